using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// What has to be finished until some items are done: they themselves, what the team finishes before the last of them, and what past epics tell of
/// what will be added, what comes in between, and what epics without items will come to hold. That comes behind the last item, or, where there is
/// none, at the place of the epic.
/// </summary>
/// <param name="flow">All items.</param>
/// <param name="open">The open items in backlog order.</param>
/// <param name="parentsElsewhere">Ids of the items below which other teams have items.</param>
/// <param name="calendar">The team's calendar.</param>
/// <param name="asOf">The instant spoken of.</param>
internal sealed class WorkMeasure(IReadOnlyList<FlowItem> flow, ImmutableArray<BacklogItem> open, IReadOnlySet<string> parentsElsewhere, TeamCalendar calendar, DateTimeOffset asOf)
{
    private readonly PastEpics _past = new(flow, calendar, asOf);

    /// <summary>Which items stand below which.</summary>
    public ItemTree Tree { get; } = new(flow);

    /// <summary>All items.</summary>
    public IReadOnlyList<FlowItem> Flow => flow;

    /// <summary>The open items in backlog order.</summary>
    public ImmutableArray<BacklogItem> Open => open;

    /// <summary>What comes in between until work is done of which such a share is done, what is added to other epics left out.</summary>
    public UnplannedWork? BesideEpics(double done) => _past.Unplanned(done, epicsToo: false);

    /// <summary>True where something is an open epic that holds nothing yet.</summary>
    public bool IsUnsliced(FlowItem item) =>
        item.Item is { Kind: WorkItemKind.Epic, Discarded: false } && item.State != WorkItemState.Finished && !Tree.HasChildren(item.Item) && !parentsElsewhere.Contains(item.Item.Id);

    /// <summary>The work of items and of everything below them.</summary>
    /// <param name="roots">The items.</param>
    public (DeliveryWork Work, ImmutableArray<FlowItem> Items, int Unsliced) Of(IEnumerable<FlowItem> roots)
    {
        var all = Tree.WithAllBelow(roots);
        ImmutableArray<FlowItem> items = [.. all.Where(f => Counted.Is(f.Item))];
        var unsliced = all.Where(IsUnsliced).ToList();
        var remaining = items.Count(f => f.State != WorkItemState.Finished);
        var done = items.IsEmpty ? 0 : 1 - ((double)remaining / items.Length);
        ImmutableArray<Distribution> sized = [.. unsliced.Select(e => _past.Sizes(e.Item.ParentId is not null)?.Of(e.Item.StoryPoints)).OfType<Distribution>()];
        var work = new DeliveryWork(
            remaining,
            remaining > 0 ? Ahead(items.Select(f => f.Item.Id).ToHashSet(StringComparer.Ordinal), _ => true) : sized.IsEmpty ? 0 : AheadOf(unsliced),
            remaining == 0 ? null : _past.Growth(done),
            _past.Unplanned(done),
            sized);
        return (work, items, unsliced.Count);
    }

    /// <summary>True where it is known of every epic without items, among some items and everything below them, how many it will come to hold.</summary>
    /// <param name="roots">The items.</param>
    public bool IsSized(IEnumerable<FlowItem> roots) => Tree.WithAllBelow(roots).Where(IsUnsliced).All(e => _past.Sizes(e.Item.ParentId is not null) is not null);

    /// <summary>Open items of something else that are in progress or stand before the last of some items in the backlog.</summary>
    /// <param name="ids">Ids of these items.</param>
    /// <param name="counts">Which others are counted.</param>
    public int Ahead(HashSet<string> ids, Func<BacklogItem, bool> counts)
    {
        var last = open.Where(i => ids.Contains(i.Item.Id)).Max(i => i.Position) ?? 0;
        return open.Count(i => Counted.Is(i.Item.Kind) && !ids.Contains(i.Item.Id) && (i.State == WorkItemState.Started || i.Position < last) && counts(i));
    }

    // Epics that hold nothing yet have a place of their own in the backlog: what stands before the last of them comes first.
    private int AheadOf(List<FlowItem> unsliced)
    {
        var ids = unsliced.Select(e => e.Item.Id).ToHashSet(StringComparer.Ordinal);
        var last = open.Select((item, place) => ids.Contains(item.Item.Id) ? place : -1).DefaultIfEmpty(-1).Max();
        return ids.Count == 0 ? 0 : open.Where((item, place) => Counted.Is(item.Item.Kind) && (item.State == WorkItemState.Started || place < last)).Count();
    }
}
