using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>What stands above items: the way up to the epic that says what they are for.</summary>
/// <param name="flow">All items.</param>
internal sealed class ItemsAbove(IReadOnlyCollection<FlowItem> flow)
{
    private readonly Dictionary<string, FlowItem> _byId = flow.ToDictionary(f => f.Item.Id, StringComparer.Ordinal);

    /// <summary>The item of an id; null where the team has none.</summary>
    public FlowItem? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The nearest epic on the way up.</summary>
    /// <param name="parent">The id that the way begins with: that of an item's parent; null for none.</param>
    /// <param name="leadsAway">True where the way leads out of the team's items.</param>
    /// <returns>Null where there is none here.</returns>
    public FlowItem? Epic(string? parent, out bool leadsAway)
    {
        // A tracker's parents may form a circle.
        for (var depth = 0; parent is not null && depth < 10; depth++)
        {
            if (Find(parent) is not { } above)
            {
                leadsAway = true;
                return null;
            }

            if (above.Item.Kind == WorkItemKind.Epic)
            {
                leadsAway = false;
                return above;
            }

            parent = above.Item.ParentId;
        }

        leadsAway = false;
        return null;
    }

    /// <summary>True where an epic stands above, here or out of the team's items.</summary>
    public bool ServesGoal(ItemHistory item) => Epic(item.ParentId, out var away) is not null || away;
}
