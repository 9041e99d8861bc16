using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// What the finished epics of a history teach: how many items they came to hold, and, from the moment at which as large a share of their items was done
/// as is of some work now, how many were still added and what else came in between. Epics that are open teach nothing: they are sliced first and
/// finished later, so that they seem to grow more than they do.
/// </summary>
/// <param name="flow">All items.</param>
/// <param name="calendar">The team's calendar.</param>
/// <param name="asOf">The instant spoken of.</param>
internal sealed class PastEpics(IReadOnlyList<FlowItem> flow, TeamCalendar calendar, DateTimeOffset asOf)
{
    // An epic that nobody closed is taken for finished where everything in it has been for so many days.
    private const int Quiet = 56;

    // In a pause longer than so many days nobody works on an epic.
    private const int Pause = 28;

    private readonly ImmutableArray<Epic> _over = Over(flow, calendar, asOf);

    private readonly ILookup<DateOnly, Finish> _finished = flow.Where(f => Counted.Is(f.Item) && !f.Item.Imported && f.Finished is not null)
        .ToLookup(f => calendar.DayOf(f.Finished!.Value), f => new Finish(f.Item.Id, f.Item.ParentId, calendar.DayOf(f.Item.Created)));

    private readonly Dictionary<string, DateOnly> _epics = flow.Where(f => f.Item.Kind == WorkItemKind.Epic).ToDictionary(f => f.Item.Id, f => calendar.DayOf(f.Item.Created), StringComparer.Ordinal);

    /// <summary>What is still added to work of which such a share, 0 to 1, is done; null where too few epics tell.</summary>
    public ScopeGrowth? Growth(double done) =>
        AddedRate.Learn(Cut(done).Select(c => new AddedSeen(c.Left + c.Added, c.Added)), ScopeGrowth.FewestEpics) is { } rate ? new(rate) : null;

    /// <summary>What still comes in between until such work is done; null where too few epics tell.</summary>
    /// <param name="done">The share of it that is done, 0 to 1.</param>
    /// <param name="epicsToo">False to leave out what was added to other epics that were there before, where these are planned themselves.</param>
    public UnplannedWork? Unplanned(double done, bool epicsToo = true) =>
        AddedRate.Learn(Cut(done).Select(c => CameBetween(c, epicsToo)), UnplannedWork.FewestEpics) is { } rate ? new(rate) : null;

    /// <summary>The sizes of finished epics that stand below another item, or of those that do not; null where they are too few.</summary>
    public EpicSizes? Sizes(bool haveParent) =>
        EpicSizes.Learn(_over.Where(e => e.HasParent == haveParent).Select(e => new EpicSeen(e.Items.Length, e.Estimate)));

    // Those that hold items themselves, not only through others, at the evening on which the share was reached first; at a share of 0, on which work began.
    private IEnumerable<CutEpic> Cut(double done)
    {
        foreach (var epic in _over.Where(e => e.HoldsItems))
        {
            var days = epic.Items.Select(i => i.Began).Concat(epic.Items.Select(i => i.Finished)).Distinct().Order();
            foreach (var day in days)
            {
                var (known, finished) = (epic.Items.Count(i => i.Created <= day), epic.Items.Count(i => i.Finished <= day));
                if (finished >= done * known)
                {
                    if (finished < epic.Items.Length)
                    {
                        yield return new CutEpic(epic, day, known - finished, epic.Items.Length - known);
                    }

                    break;
                }
            }
        }
    }

    // Of what was finished from the cut on while somebody worked on the epic: created since then, and of something else.
    private AddedSeen CameBetween(CutEpic cut, bool epicsToo)
    {
        var own = cut.Epic.Items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var (planned, between, before) = (0, 0, cut.Day);
        foreach (var (end, began) in cut.Epic.Items.Where(i => i.Finished > cut.Day).GroupBy(i => i.Finished).Select(g => (g.Key, g.Min(i => i.Began))).OrderBy(d => d.Key))
        {
            for (var day = end > before.AddDays(Pause) ? Max(began, end.AddDays(-Pause)) : before.AddDays(1); day <= end; day = day.AddDays(1))
            {
                foreach (var finish in _finished[day])
                {
                    var isBetween = finish.Created > cut.Day && !own.Contains(finish.Id);
                    planned += isBetween ? 0 : 1;
                    between += isBetween && (epicsToo || !(finish.Parent is { } epic && _epics.TryGetValue(epic, out var there) && there <= cut.Day)) ? 1 : 0;
                }
            }

            before = end;
        }

        return new AddedSeen(planned, between);
    }

    private static ImmutableArray<Epic> Over(IReadOnlyList<FlowItem> flow, TeamCalendar calendar, DateTimeOffset asOf)
    {
        var tree = new ItemTree(flow);
        return [.. from epic in flow
                   where epic.Item is { Kind: WorkItemKind.Epic, Discarded: false, Imported: false }
                   let items = tree.WithAllBelow([epic]).Where(i => Counted.Is(i.Item)).ToList()
                   where items.Count > 0 && items.TrueForAll(i => i.State == WorkItemState.Finished)
                   where epic.State == WorkItemState.Finished || items.TrueForAll(i => (i.Finished ?? i.Item.Created) < asOf.AddDays(-Quiet))
                   select new Epic(
                       epic.Item.ParentId is not null, epic.Item.StoryPoints, items.Exists(i => i.Item.ParentId == epic.Item.Id),
                       [.. items.Select(i => Dated(i, calendar))])];
    }

    private static EpicItem Dated(FlowItem item, TeamCalendar calendar)
    {
        var (created, finished) = (calendar.DayOf(item.Item.Created), calendar.DayOf(item.Finished ?? item.Item.Created));
        return new EpicItem(item.Item.Id, created, item.Started is { } at ? calendar.DayOf(at) : finished, finished);
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    private sealed record Finish(string Id, string? Parent, DateOnly Created);

    private sealed record EpicItem(string Id, DateOnly Created, DateOnly Began, DateOnly Finished);

    private sealed record Epic(bool HasParent, double? Estimate, bool HoldsItems, ImmutableArray<EpicItem> Items);

    private sealed record CutEpic(Epic Epic, DateOnly Day, int Left, int Added);
}
