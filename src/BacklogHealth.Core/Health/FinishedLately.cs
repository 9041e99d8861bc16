using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// Which items were finished lately, so that their words can be read: histories hold none, and scores only those of open items. Epics above them that
/// are finished, too, belong to them.
/// </summary>
public static class FinishedLately
{
    /// <summary>Days that count as lately: four weeks.</summary>
    public const int Days = 28;

    /// <summary>Most finished items whose words are read.</summary>
    public const int Most = 300;

    /// <summary>Ids of the delivered counted items, newest first, and of the finished epics above them.</summary>
    public static ImmutableArray<string> Ids(IReadOnlyCollection<FlowItem> flow, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var items = flow.Where(f => Counted.Is(f.Item) && f.Finished >= asOf.AddDays(-Days))
            .OrderByDescending(f => f.Finished).ThenBy(f => f.Item.Id, StringComparer.Ordinal).Take(Most).ToList();
        var above = new ItemsAbove(flow);
        var epics = items.SelectMany(f => above.Way(f.Item.ParentId)).Select(a => a.Item).OfType<FlowItem>().Where(f => f is { State: WorkItemState.Finished, Item.Kind: WorkItemKind.Epic });
        return [.. items.Concat(epics).Select(f => f.Item.Id).Distinct(StringComparer.Ordinal)];
    }
}
