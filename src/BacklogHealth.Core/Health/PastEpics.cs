using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// What the epics of a history teach: how much was added to them while they were worked on, what else came in between, and how many items they came to
/// hold. What is asked of some work leaves out the epics that share items with it, and counts the work itself on top.
/// </summary>
/// <param name="flow">All items.</param>
/// <param name="calendar">The team's calendar.</param>
/// <param name="asOf">The instant spoken of.</param>
internal sealed class PastEpics(IReadOnlyList<FlowItem> flow, TeamCalendar calendar, DateTimeOffset asOf)
{
    // An epic that nobody closed is taken for finished where everything in it has been for so many days.
    private const int Quiet = 56;

    // After so many days without a finish nobody is working on an epic.
    private const int Pause = 28;

    private readonly ImmutableArray<Epic> _epics = EpicsOf(flow);

    private readonly ILookup<DateOnly, (string Id, DateOnly Created)> _finished =
        flow.Where(f => Counted.Is(f.Item) && !f.Item.Imported && f.Finished is not null).ToLookup(f => calendar.DayOf(f.Finished!.Value), f => (f.Item.Id, calendar.DayOf(f.Item.Created)));

    private Lesson? _growth, _unplanned;

    /// <summary>What is added to such work; null where too few epics tell.</summary>
    public ScopeGrowth? Growth(IReadOnlyCollection<FlowItem> items) => (_growth ??= Learn(AddedTo, ScopeGrowth.FewestEpics)).For(items) is { } rate ? new(rate) : null;

    /// <summary>What comes in between while such work is done; null where too few epics tell.</summary>
    public UnplannedWork? Unplanned(IReadOnlyCollection<FlowItem> items) => (_unplanned ??= Learn(CameBetween, UnplannedWork.FewestEpics)).For(items) is { } rate ? new(rate) : null;

    /// <summary>The sizes of finished epics that stand below another item, or of those that do not; null where they are too few.</summary>
    public EpicSizes? Sizes(bool haveParent) =>
        EpicSizes.Learn(_epics.Where(e => e.Self.Item.ParentId is not null == haveParent && IsOver(e)).Select(e => new EpicSeen(e.Items.Length, e.Self.Item.StoryPoints)));

    private static ImmutableArray<Epic> EpicsOf(IReadOnlyList<FlowItem> flow)
    {
        var tree = new ItemTree(flow);
        return [.. flow.Where(f => f.Item is { Kind: WorkItemKind.Epic, Discarded: false, Imported: false })
            .Select(f => new Epic(f, [.. tree.WithAllBelow([f]).Where(i => Counted.Is(i.Item))])).Where(e => e.Items.Length > 0)];
    }

    // From epics that hold items themselves, not only through others.
    private Lesson Learn(Func<IReadOnlyCollection<FlowItem>, AddedSeen> seen, int fewest)
    {
        var cases = _epics.Where(e => e.HoldsItems).Select(e => (e, seen(e.Items))).ToList();
        return new Lesson(cases, seen, fewest, AddedRate.Learn(cases.Select(c => c.Item2), fewest));
    }

    private bool IsOver(Epic epic) => epic.Self.State == WorkItemState.Finished
        || epic.Items.All(i => i.State == WorkItemState.Finished && (i.Finished ?? i.Item.Created) < asOf.AddDays(-Quiet));

    // Items created on a later day than work began.
    private AddedSeen AddedTo(IReadOnlyCollection<FlowItem> items)
    {
        var begun = items.Select(i => i.Started ?? i.Finished).Where(at => at is not null).Min();
        return begun is not { } at ? default
            : new AddedSeen(items.Count(i => i.State == WorkItemState.Finished), items.Count(i => calendar.DayOf(i.Item.Created) > calendar.DayOf(at)));
    }

    // Items of something else, created and finished while the work was being done.
    private AddedSeen CameBetween(IReadOnlyCollection<FlowItem> items)
    {
        if (LongestRun(items) is not { } run)
        {
            return default;
        }

        var own = items.Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        var (planned, between) = (0, 0);
        for (var day = run.First; day <= run.Last; day = day.AddDays(1))
        {
            var unplanned = _finished[day].Count(f => f.Created >= run.First && !own.Contains(f.Id));
            between += unplanned;
            planned += _finished[day].Count() - unplanned;
        }

        return new AddedSeen(planned, between);
    }

    // The days, without a pause, in which most of the items were finished; from their first start on.
    private (DateOnly First, DateOnly Last)? LongestRun(IReadOnlyCollection<FlowItem> items)
    {
        (DateOnly First, DateOnly Last, int Items)? longest = null, run = null;
        foreach (var (start, end) in items.Where(i => i.Finished is not null).Select(i => (Start: calendar.DayOf(i.Started ?? i.Finished!.Value), End: calendar.DayOf(i.Finished!.Value))).OrderBy(d => d.End))
        {
            var begun = start < end.AddDays(-Pause) ? end.AddDays(-Pause) : start;
            run = run is { } r && end <= r.Last.AddDays(Pause) ? (begun < r.First ? begun : r.First, end, r.Items + 1) : (begun, end, 1);
            longest = run.Value.Items > (longest?.Items ?? 0) ? run : longest;
        }

        return longest is { } found ? (found.First, found.Last) : null;
    }

    private sealed record Epic(FlowItem Self, ImmutableArray<FlowItem> Items)
    {
        public bool HoldsItems => Items.Any(i => i.Item.ParentId == Self.Item.Id);
    }

    // What all epics teach, and of some work what the others do and it itself has shown.
    private sealed record Lesson(List<(Epic Epic, AddedSeen Seen)> Cases, Func<IReadOnlyCollection<FlowItem>, AddedSeen> See, int Fewest, AddedRate? All)
    {
        public AddedRate? For(IReadOnlyCollection<FlowItem> items)
        {
            var own = items.Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
            return All?.Without([.. Cases.Where(c => c.Epic.Items.Any(i => own.Contains(i.Item.Id))).Select(c => c.Seen)], Fewest)?.With(See(items));
        }
    }
}
