using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Reports.Numbers;

/// <summary>
/// Lays Core's measures of a team out as the numbers that charts draw. Nothing is measured here but by Core, and nothing twice: reports that are
/// written side by side share it.
/// </summary>
internal sealed class NumbersOf(TeamHealth health, int weeks)
{
    /// <summary>Fewest finished items from which on a report speaks of "85 of 100".</summary>
    public const int FewestItems = 10;

    private const int Year = 365;

    // Three bands of a story map with the column of items without a goal.
    private const int MostColumns = 14, MostRows = 8, MostInCell = 5;

    private readonly Once _once = new();

    public ThroughputNumbers Throughput => _once.Of(() =>
        new ThroughputNumbers(Core.Flow.Throughput.PerWeek(Core.Flow.Throughput.PerDay(health.Flow, health.Calendar, Window)), Changes.Shift));

    /// <summary>Throughput week by week, between its natural limits.</summary>
    public ProcessNumbers WeekByWeek => _once.Of(() => Process(
        "throughput-process", true, [.. Throughput.Weeks.Select(w => new ProcessPoint("", w.First, w.Items))]) with
    { ChangedSince = Changes.Shift?.Since });

    /// <summary>Cycle times item by item in the order of finishing, between their natural limits.</summary>
    public ProcessNumbers ItemByItem => _once.Of(() => Process(
        "cycle-time-process", false, [.. CycleTime.Points.Where(p => Window.Contains(p.Finished)).Select(p => new ProcessPoint(p.Key, p.Finished, p.Days))]));

    public CycleTimeNumbers CycleTime => _once.Of(() => MakeCycleTime());

    public AgeingNumbers Ageing => _once.Of(() => MakeAgeing());

    /// <summary>From the evening before the window's first day, so that the difference of both ends is what happened within.</summary>
    public ImmutableArray<CumulativeDay> CumulativeFlow => _once.Of(() =>
        Core.Flow.CumulativeFlow.PerDay(health.Flow, health.Calendar, new Period(Window.From.AddDays(-1), Window.To)));

    public ScoreNumbers Clarity => _once.Of(() => Scores(Score.Clarity));

    public ScoreNumbers Slicing => _once.Of(() => Scores(Score.Slicing));

    public ArrivalsAndDepartures Arrivals => _once.Of(() => ArrivalsAndDepartures.Of(health.Flow, health.Gone, health.Calendar, Window));

    public WipRun Wip => _once.Of(() => WipRun.Of(health.Flow, health.Calendar, Window));

    public TimeInState TimeInState => _once.Of(() => TimeInState.Of(health));

    public BacklogAge BacklogAge => _once.Of(() => BacklogAge.Of(health));

    public Inventory Inventory => _once.Of(() => Inventory.Of(health));

    public GoalCoverage Goals => _once.Of(() => GoalCoverage.Of(health, weeks));

    public EstimatesAgainstCycleTimes Estimates => _once.Of(() => EstimatesAgainstCycleTimes.Of(health));

    /// <summary>The story map with everything in it, for counting.</summary>
    public StoryMap WholeMap => _once.Of(() => StoryMap.Of(health, int.MaxValue, int.MaxValue, int.MaxValue));

    /// <summary>The part of it that a page shows: fewer columns leave room for more items in each.</summary>
    public StoryMap Map => _once.Of(() => StoryMap.Of(health, MostColumns, MostRows, Math.Max(MostInCell, MostInCell * 4 / Math.Max(1, WholeMap.Columns.Length))));

    /// <summary>The chance of each delivery over the days to come.</summary>
    public ImmutableArray<DeliveryCurve> Curves => _once.Of(() => DeliveryCurve.Of(health));

    /// <summary>What clarifying the first unready items would bring; null where nothing is said of it.</summary>
    public ClarifyGain? Clarify => _once.Of(() => ClarifyGain.Of(health));

    public Changes Changes => _once.Of(() => Changes.Of(health));

    public AgeingWork AgeingWork => _once.Of(() => AgeingWork.Of(health));

    public Surprises Surprises => _once.Of(() => Surprises.Of(health));

    /// <summary>When the open features end.</summary>
    public PlannedFeatures Features => _once.Of(() => PlannedFeatures.Of(health.Features.Value));

    /// <summary>The chance that all deliveries with a promised day are done by it; null where fewer than two have one and a forecast.</summary>
    public double? AllDeliveriesByDue => _once.Of(() =>
        JointDelivery.AllByDue([.. health.Deliveries.Select(d => JointDelivery.Of([new DeliveryPart(health.Team, health.Today, d, health.Forecaster, null)]))]));

    /// <summary>The ways of the deliveries, in their order; null for one that is done or cannot be forecast.</summary>
    public ImmutableArray<BurnUp?> BurnUps => _once.Of(() => health.Deliveries.Select(d => BurnUp.Of(health, d)).ToImmutableArray());

    public QualityReport Quality => _once.Of(() => QualityReport.Of(new QualityData(health.Flow, health.Workflow, health.Calendar, health.AsOf, health.Facts) { DaysOff = health.DaysOff }));

    /// <summary>Items in progress that are older than 85 of 100 finished ones were, oldest first; none where too few were finished to say.</summary>
    public ImmutableArray<AgeingItem> Old => AgeingWork.FinishedItems < FewestItems ? [] : [.. AgeingWork.Items.Where(i => i.Old)];

    /// <summary>The age within which 85 of 100 items were finished; null where too few were.</summary>
    public int? Usual => AgeingWork.FinishedItems < FewestItems ? null : AgeingWork.Usual85;

    /// <summary>The days that charts of weeks show.</summary>
    private Period Window { get; } = FlowWindow.Of(health, weeks);

    private static ProcessNumbers Process(string id, bool weekly, ImmutableArray<ProcessPoint> points) =>
        new(id, weekly, points, ProcessBehaviour.Of([.. points.Select(p => p.Value)]));

    private CycleTimeNumbers MakeCycleTime()
    {
        var window = Period.Before(health.Today, Year);
        var times = CycleTimes.Of(health.Flow, health.Calendar, window);
        int? At(double share) => times.Points.Length < FewestItems ? null : times.Percentile(share);
        return new CycleTimeNumbers(window.From, window.To, times.Points, times.NeverStarted + times.HistoryIncomplete, At(0.5), At(0.85), At(0.95));
    }

    private AgeingNumbers MakeAgeing()
    {
        var old = Old.Select(o => o.Item.Item.Id).ToHashSet(StringComparer.Ordinal);
        var items = AgeingWork.Items.Select(i => new AgePoint(i.Item.Item.Key, i.Item.Item.OriginalState, i.Days, old.Contains(i.Item.Item.Id))).ToImmutableArray();
        var window = Period.Before(health.Today, Year);
        var finished = health.Flow.Where(f => Counted.Is(f.Item) && CycleTimeOf(f) is not null && window.Contains(health.Calendar.DayOf(f.Finished!.Value))).ToList();
        var order = health.Workflow.States.Where(s => s.State == WorkItemState.Started).Select(s => s.Name)
            .Concat(items.Select(i => i.State).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
        var bands = order.Select(state => Band(state, finished)).Where(b => b.P50 is not null || items.Any(i => i.State == b.State));
        return new AgeingNumbers([.. bands], items, finished.Count);
    }

    /// <summary>By which age finished items had left a state for the last time.</summary>
    private AgeBand Band(string state, List<FlowItem> finished)
    {
        var ages = new List<int>();
        foreach (var flow in finished)
        {
            var states = flow.Item.States;
            for (var i = states.Length - 2; i >= 0; i--)
            {
                if (states[i].StateName == state && states[i + 1].At <= flow.Finished && states[i + 1].At >= flow.Started)
                {
                    ages.Add(health.Calendar.DayOf(states[i + 1].At).DayNumber - health.Calendar.DayOf(flow.Started!.Value).DayNumber + 1);
                    break;
                }
            }
        }

        ages.Sort();
        int? At(double share) => ages.Count < FewestItems ? null : Percentile.NearestRank(ages, share);
        return new AgeBand(state, At(0.5), At(0.7), At(0.85), At(0.95));
    }

    private ScoreNumbers Scores(Score which)
    {
        var open = health.Open.Where(o => Counted.Is(o.Item.Kind)).ToList();
        var scores = open.Select(o => which == Score.Clarity ? o.Score.Clarity : o.Score.Slicing).OfType<int>().ToList();
        return new ScoreNumbers([.. Enumerable.Range(0, 10).Select(i => scores.Count(s => Math.Min(s / 10, 9) == i))], scores.Count, open.Count - scores.Count, MedianScore.Of(open, which));
    }

    private int? CycleTimeOf(FlowItem item) => Core.Flow.CycleTime.Days(item, health.Calendar);
}
