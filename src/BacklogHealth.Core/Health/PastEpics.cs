using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>What the epics of a history teach: how much was added to them while they were worked on, and how many items they came to hold.</summary>
/// <param name="flow">All items.</param>
/// <param name="calendar">The team's calendar.</param>
/// <param name="asOf">The instant spoken of.</param>
internal sealed class PastEpics(IReadOnlyList<FlowItem> flow, TeamCalendar calendar, DateTimeOffset asOf)
{
    // An epic that nobody closed is taken for finished where everything in it has been for so long.
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(56);

    private readonly Lazy<ImmutableArray<Epic>> _epics = new(() => EpicsOf(flow));

    /// <summary>The growth of epics that hold items themselves, those of the work asked about left out; null where they are too few.</summary>
    /// <param name="items">The items of the work asked about: what was added to it counts on top.</param>
    public ScopeGrowth? Growth(IReadOnlyCollection<FlowItem> items)
    {
        var own = items.Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        return ScopeGrowth.Learn(_epics.Value.Where(e => e.HoldsItems && !e.Items.Any(i => own.Contains(i.Item.Id))).Select(e => SeenOf(e.Items)))?.With(SeenOf(items));
    }

    /// <summary>The sizes of finished epics that stand below another item, or of those that do not; null where they are too few.</summary>
    public EpicSizes? Sizes(bool haveParent) =>
        EpicSizes.Learn(_epics.Value.Where(e => e.Self.Item.ParentId is not null == haveParent && IsOver(e)).Select(e => new EpicSeen(e.Items.Length, e.Self.Item.StoryPoints)));

    private static ImmutableArray<Epic> EpicsOf(IReadOnlyList<FlowItem> flow)
    {
        var tree = new ItemTree(flow);
        return [.. flow.Where(f => f.Item is { Kind: WorkItemKind.Epic, Discarded: false, Imported: false })
            .Select(f => new Epic(f, [.. tree.WithAllBelow(f).Where(i => Counted.Is(i.Item))])).Where(e => e.Items.Length > 0)];
    }

    private bool IsOver(Epic epic) => epic.Self.State == WorkItemState.Finished
        || epic.Items.All(i => i.State == WorkItemState.Finished && (i.Finished ?? i.Item.Created) < asOf - Quiet);

    private GrowthSeen SeenOf(IReadOnlyCollection<FlowItem> items)
    {
        var begun = items.Select(i => i.Started ?? i.Finished).Where(at => at is not null).Min();
        return begun is not { } at ? default
            : new GrowthSeen(items.Count(i => i.State == WorkItemState.Finished), items.Count(i => calendar.DayOf(i.Item.Created) > calendar.DayOf(at)));
    }

    private sealed record Epic(FlowItem Self, ImmutableArray<FlowItem> Items)
    {
        public bool HoldsItems => Items.Any(i => i.Item.ParentId == Self.Item.Id);
    }
}
