using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>What became of an item that was pointed out.</summary>
public enum FollowedAs
{
    /// <summary>Open and ready now, whether begun or not.</summary>
    Mended,

    /// <summary>Begun, although something is still missing.</summary>
    Pulled,

    /// <summary>Still waiting, and still not ready.</summary>
    Open,

    /// <summary>Finished, whatever was missing.</summary>
    Finished,

    /// <summary>Taken out of the backlog: dropped, removed, or not to be seen any more.</summary>
    Dropped,
}

/// <summary>An item that was pointed out a week before.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title; that of the week before where it is not open any more.</param>
/// <param name="Became">What became of it.</param>
/// <param name="Missing">What is still missing, as short names in the reader's language.</param>
public sealed record FollowedItem(string Key, string Title, FollowedAs Became, ImmutableArray<string> Missing);

/// <summary>What became of the items that were pointed out a week before: among the next, and not ready.</summary>
/// <param name="Items">Each item, in the order in which they were pointed out; never empty.</param>
public sealed record FollowUp(ImmutableArray<FollowedItem> Items)
{
    /// <summary>Items pointed out.</summary>
    public int Of => Items.Length;

    /// <summary>What became of them, in one sentence without its full stop, so that it may be a heading.</summary>
    public Sentence Said
    {
        get
        {
            var became = Enum.GetValues<FollowedAs>().Select(b => new { As = b, Items = Count(b) }).Where(b => b.Items > 0).ToList();
            return (became, Of) switch
            {
                ([var one], 1) => $"The one item that was next and not ready a week ago {Words(one.As, 1)}",
                ([var all], 2) => $"Both items that were next and not ready a week ago {Words(all.As, 2)}",
                ([var all], _) => $"All {Of} items that were next and not ready a week ago {Words(all.As, Of)}",
                _ => $"Of the {Of} items that were next and not ready a week ago, {became.ConvertAll(b => (Sentence)$"{b.Items} {Words(b.As, b.Items)}")}",
            };
        }
    }

    /// <summary>For how many items it came so.</summary>
    public int Count(FollowedAs became) => Items.Count(i => i.Became == became);

    /// <summary>The follow-up of a week; null where there was none before, or nothing was pointed out.</summary>
    /// <param name="before">The items pointed out.</param>
    /// <param name="open">The open items now.</param>
    /// <param name="flow">All items now, for those that are not open any more.</param>
    public static FollowUp? Since(ImmutableArray<WorkItemSummary> before, ImmutableArray<BacklogItem> open, IReadOnlyCollection<FlowItem> flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        if (before.IsDefaultOrEmpty)
        {
            return null;
        }

        var asked = before.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var isOpen = open.Where(i => asked.Contains(i.Item.Id)).ToDictionary(i => i.Item.Id, StringComparer.Ordinal);
        var delivered = flow.Where(f => f.Finished is not null && !f.Item.Discarded && asked.Contains(f.Item.Id)).Select(f => f.Item.Id).ToHashSet(StringComparer.Ordinal);
        return new FollowUp([.. before.Select(i => isOpen.TryGetValue(i.Id, out var item) ? Open(item)
            : new FollowedItem(i.Key, i.Title, delivered.Contains(i.Id) ? FollowedAs.Finished : FollowedAs.Dropped, []))]);
    }

    private static FollowedItem Open(BacklogItem item) => new(
        item.Item.Key, item.Item.Title,
        item.Ready.IsReady ? FollowedAs.Mended : item.State == WorkItemState.Started ? FollowedAs.Pulled : FollowedAs.Open,
        [.. item.Ready.Missing.Distinct(StringComparer.Ordinal)]);

    private static Sentence Words(FollowedAs became, int items) => became switch
    {
        FollowedAs.Mended => $"{items:is|are} ready now",
        FollowedAs.Pulled => $"{items:was|were} begun all the same",
        FollowedAs.Open => $"{items:is|are} still not ready",
        FollowedAs.Finished => $"{items:is|are} finished",
        _ => $"{items:was|were} taken out of the backlog",
    };
}
