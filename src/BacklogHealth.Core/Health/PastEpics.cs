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
internal sealed class PastEpics
{
    // An epic that nobody closed is taken for finished where everything in it has been for so many days.
    private const int Quiet = 56;

    // In a pause longer than so many days nobody works on an epic.
    private const int Pause = 28;

    private readonly ImmutableArray<Epic> _over;

    private readonly FinishesByDay _finished;

    private readonly Lazy<EpicSizes?> _sizes, _sizesBelow;

    private readonly Dictionary<double, ScopeGrowth?> _growth = [];

    private readonly Dictionary<(double Done, bool EpicsToo), UnplannedWork?> _unplanned = [];

    /// <summary>Finds them.</summary>
    /// <param name="flow">All items.</param>
    /// <param name="calendar">The team's calendar.</param>
    /// <param name="asOf">The instant spoken of.</param>
    public PastEpics(IReadOnlyList<FlowItem> flow, TeamCalendar calendar, DateTimeOffset asOf)
    {
        _over = Over(flow, calendar, asOf);
        _finished = new FinishesByDay(flow, calendar);
        _sizes = new(() => SizesOf(haveParent: false));
        _sizesBelow = new(() => SizesOf(haveParent: true));
    }

    /// <summary>What is still added to work of which such a share, 0 to 1, is done; null where too few epics tell.</summary>
    public ScopeGrowth? Growth(double done)
    {
        if (!_growth.TryGetValue(done, out var known))
        {
            known = AddedRate.Learn(Cut(done).Select(c => new AddedSeen(c.Left + c.Added, c.Added)), ScopeGrowth.FewestEpics) is { } rate ? new(rate) : null;
            _growth.Add(done, known);
        }

        return known;
    }

    /// <summary>What still comes in between until such work is done; null where too few epics tell.</summary>
    /// <param name="done">The share of it that is done, 0 to 1.</param>
    /// <param name="epicsToo">False to leave out what was added to other epics that were there before, where these are planned themselves.</param>
    public UnplannedWork? Unplanned(double done, bool epicsToo = true)
    {
        if (!_unplanned.TryGetValue((done, epicsToo), out var known))
        {
            known = AddedRate.Learn(Cut(done).Select(c => CameBetween(c, epicsToo)), UnplannedWork.FewestEpics) is { } rate ? new(rate) : null;
            _unplanned.Add((done, epicsToo), known);
        }

        return known;
    }

    /// <summary>The sizes of finished epics that stand below another item, or of those that do not; null where they are too few.</summary>
    public EpicSizes? Sizes(bool haveParent) => (haveParent ? _sizesBelow : _sizes).Value;

    private EpicSizes? SizesOf(bool haveParent) => EpicSizes.Learn(_over.Where(e => e.HasParent == haveParent).Select(e => new EpicSeen(e.Items.Length, e.Estimate)));

    // Those that hold items themselves, not only through others, at the evening on which the share was reached first; at a share of 0, on which work began.
    private IEnumerable<CutEpic> Cut(double done)
    {
        foreach (var epic in _over.Where(e => e.HoldsItems))
        {
            foreach (var (day, known, finished) in epic.Evenings)
            {
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
        var (planned, between, before) = (0, 0, cut.Day);
        foreach (var (end, began, items) in cut.Epic.Ends)
        {
            if (end <= cut.Day)
            {
                continue;
            }

            for (var day = end > before.AddDays(Pause) ? Max(began, end.AddDays(-Pause)) : before.AddDays(1); day <= end; day = day.AddDays(1))
            {
                // The epic's own items end on this last day alone, and are planned whenever they were created.
                var own = day == end ? items.Where(i => i.Counts).ToList() : [];
                var (all, created, beside) = _finished.On(day, cut.Day);
                var others = created - own.Count(i => i.Created > cut.Day);
                planned += all - others;
                between += epicsToo ? others : beside - own.Count(i => FinishesByDay.There(i.Created, i.EpicCreated) > cut.Day);
            }

            before = end;
        }

        return new AddedSeen(planned, between);
    }

    private static ImmutableArray<Epic> Over(IReadOnlyList<FlowItem> flow, TeamCalendar calendar, DateTimeOffset asOf)
    {
        var tree = new ItemTree(flow);
        var epics = FinishesByDay.Epics(flow, calendar);
        return [.. from epic in flow
                   where epic.Item is { Kind: WorkItemKind.Epic, Discarded: false, Imported: false }
                   let items = tree.WithAllBelow([epic]).Where(i => Counted.Is(i.Item)).ToList()
                   where items.Count > 0 && items.TrueForAll(i => i.State == WorkItemState.Finished)
                   where epic.State == WorkItemState.Finished || items.TrueForAll(i => (i.Finished ?? i.Item.Created) < asOf.AddDays(-Quiet))
                   select new Epic(
                       epic.Item.ParentId is not null, epic.Item.StoryPoints, items.Exists(i => i.Item.ParentId == epic.Item.Id),
                       [.. items.Select(i => Dated(i, calendar, epics))])];
    }

    private static EpicItem Dated(FlowItem item, TeamCalendar calendar, Dictionary<string, DateOnly> epics)
    {
        var (created, finished) = (calendar.DayOf(item.Item.Created), calendar.DayOf(item.Finished ?? item.Item.Created));
        return new EpicItem(
            created, item.Started is { } at ? calendar.DayOf(at) : finished, finished,
            FinishesByDay.Counts(item), item.Item.ParentId is { } parent && epics.TryGetValue(parent, out var day) ? day : null);
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <param name="Created">The day it was created.</param>
    /// <param name="Began">The day it was started, or, where it never was, finished.</param>
    /// <param name="Finished">The day it was finished.</param>
    /// <param name="Counts">True where it is among what was finished by day.</param>
    /// <param name="EpicCreated">The day on which the epic above it was created; null where none is.</param>
    private sealed record EpicItem(DateOnly Created, DateOnly Began, DateOnly Finished, bool Counts, DateOnly? EpicCreated);

    private sealed record Epic(bool HasParent, double? Estimate, bool HoldsItems, ImmutableArray<EpicItem> Items)
    {
        /// <summary>The days on which an item was begun or finished, each with how many items there were and how many were finished at its end.</summary>
        public ImmutableArray<Evening> Evenings { get; } = EveningsOf(Items);

        /// <summary>The days on which items were finished, each with the first day on which one of them was begun.</summary>
        public ImmutableArray<Ending> Ends { get; } =
            [.. Items.GroupBy(i => i.Finished).OrderBy(g => g.Key).Select(g => new Ending(g.Key, g.Min(i => i.Began), [.. g]))];

        private static ImmutableArray<Evening> EveningsOf(ImmutableArray<EpicItem> items)
        {
            var (created, finished) = (items.Select(i => i.Created).Order().ToArray(), items.Select(i => i.Finished).Order().ToArray());
            var (known, done) = (0, 0);
            var evenings = ImmutableArray.CreateBuilder<Evening>();
            foreach (var day in items.Select(i => i.Began).Concat(finished).Distinct().Order())
            {
                while (known < created.Length && created[known] <= day)
                {
                    known++;
                }

                while (done < finished.Length && finished[done] <= day)
                {
                    done++;
                }

                evenings.Add(new Evening(day, known, done));
            }

            return evenings.ToImmutable();
        }
    }

    private sealed record Evening(DateOnly Day, int Known, int Finished);

    private sealed record Ending(DateOnly End, DateOnly Began, ImmutableArray<EpicItem> Items);

    private sealed record CutEpic(Epic Epic, DateOnly Day, int Left, int Added);
}
