using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>Which items stand below which.</summary>
/// <param name="flow">All items.</param>
internal sealed class ItemTree(IReadOnlyCollection<FlowItem> flow)
{
    private readonly ILookup<string, FlowItem> _children = flow.Where(f => f.Item.ParentId is not null).ToLookup(f => f.Item.ParentId!, StringComparer.Ordinal);

    /// <summary>True where an item has another one directly below it.</summary>
    public bool HasChildren(ItemHistory item) => _children[item.Id].Any();

    /// <summary>Items with everything below them, each once though a tracker's parents may form a circle; by creation.</summary>
    public List<FlowItem> WithAllBelow(IEnumerable<FlowItem> roots)
    {
        var found = new List<FlowItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<FlowItem>(roots);
        while (waiting.TryDequeue(out var item))
        {
            if (seen.Add(item.Item.Id))
            {
                found.Add(item);
                foreach (var child in _children[item.Item.Id])
                {
                    waiting.Enqueue(child);
                }
            }
        }

        return [.. found.OrderBy(f => f.Item.Created).ThenBy(f => f.Item.Id, StringComparer.Ordinal)];
    }
}
