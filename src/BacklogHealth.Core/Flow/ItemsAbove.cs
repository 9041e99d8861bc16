using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>What stands above items: the way up to the epic that says what they are for.</summary>
/// <param name="flow">All items.</param>
internal sealed class ItemsAbove(IReadOnlyCollection<FlowItem> flow)
{
    private readonly Dictionary<string, FlowItem> _byId = flow.ToDictionary(f => f.Item.Id, StringComparer.Ordinal);

    /// <summary>The item of an id; null where the team has none.</summary>
    public FlowItem? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The way up, nearest first: each id with its item, null for one that is not the team's, at which the way ends.</summary>
    /// <param name="parent">The id that the way begins with: that of an item's parent; null for none.</param>
    public IEnumerable<ItemAbove> Way(string? parent)
    {
        // A tracker's parents may form a circle.
        for (var depth = 0; parent is not null && depth < 10; depth++)
        {
            var above = Find(parent);
            yield return new ItemAbove(parent, above);
            parent = above?.Item.ParentId;
        }
    }

    /// <summary>The nearest epic on the way up.</summary>
    /// <param name="parent">The id that the way begins with: that of an item's parent; null for none.</param>
    /// <param name="leadsAway">True where the way leads out of the team's items before it comes to one.</param>
    /// <returns>Null where there is none here.</returns>
    public FlowItem? Epic(string? parent, out bool leadsAway)
    {
        var end = Way(parent).FirstOrDefault(a => a.Item is null or { Item.Kind: WorkItemKind.Epic });
        leadsAway = end is { Item: null };
        return end?.Item;
    }

    /// <summary>True where an epic stands above, here or out of the team's items.</summary>
    public bool ServesGoal(ItemHistory item) => Epic(item.ParentId, out var away) is not null || away;
}

/// <summary>One step of the way up.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Item">The item; null where it is not the team's.</param>
internal sealed record ItemAbove(string Id, FlowItem? Item);
