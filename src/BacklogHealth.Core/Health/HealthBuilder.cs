using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Sprints;
using BacklogHealth.Core.Health.Duties;

namespace BacklogHealth.Core.Health;

/// <summary>Joins scores, flow and forecasts to what reports speak of. Pure: the same input, the same result.</summary>
public static class HealthBuilder
{
    /// <summary>Joins everything.</summary>
    public static TeamHealth Build(HealthInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (flow, open, ordered, finishes, finished, forecasts) = Ground.Of(input);
        var measure = new WorkMeasure(flow, open, input.ParentsElsewhere, input.Calendar, input.AsOf);
        var deliveries = new DeliveryMeasure(measure, forecasts, input.AsOf).Of(input.Deliveries);
        var health = new TeamHealth
        {
            Team = input.Team,
            Language = input.Language,
            Calendar = input.Calendar,
            AsOf = input.AsOf,
            Today = finishes.Today,
            Workflow = input.Workflow,
            BrowseUrl = input.BrowseUrl,
            AuthorUrl = input.AuthorUrl,
            Data = input.Data,
            Open = open,
            Ordered = ordered,
            Flow = [.. flow],
            Gone = GoneBy(input),
            Facts = input.Facts,
            DutyFacts = input.DutyFacts,
            Sprints = input.Sprints,
            Forecaster = forecasts.Forecaster,
            DaysOff = input.DaysOff,
            RunningSprints = SprintsLater(input),
            NextFourWeeks = forecasts.HowMany(28),
            Runway = RunwayMeasure.Of(open, forecasts.Forecaster, input.WantedWeeks),
            Next = NextItemsMeasure.Of(open, forecasts, input.Sprints, input.AsOf),
            Pulled = PulledWork.Of(input.ReadyAtStart, flow, input.Sprints, input.SprintHistories, input.Calendar, input.AsOf),
            Precision = input.Precision,
            Learned = input.Learned,
            Deliveries = deliveries,
            Features = FeaturesLater(input.Team, measure, forecasts.Forecaster, finishes.Today, input.FeaturesAtOnce),
            Releases = input.Releases,
            FinishedLately = Finished(input.FinishedLately, flow, input.AsOf),
            TrackerDates = TrackerDates.Of(measure, input.Releases, forecasts.Forecaster, finishes.Today),
            Promises = PromiseRecord.Of(input.Given, finished, deliveries, flow, input.Calendar),
            Backtest = BacktestLater(finished, input.Method, finishes),
            OwnRules = input.OwnRules,
            NotRebuilt = input.NotRebuilt,
            Version = input.Version,
            DataState = input.DataState,
        };
        var data = new DutyData(health, input.SprintHistories, input.MutedRules);
        var built = health with { BacklogFindings = [.. input.BacklogFindings, .. ShippedFindings.Of(data, input.Rules)], Duties = DutyReport.Of(data), Trend = HealthTrend.Of(input.SaidBefore, health) };
        return input.LastWeek is { } before ? built.Since(before) : built;
    }

    /// <summary>The open items alone, as <see cref="Build"/> has them: in backlog order, with what the forecast says of the days promised for them.</summary>
    public static ImmutableArray<BacklogItem> OpenItems(HealthInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Ground.Of(input).Open;
    }

    // Each in a method of its own: what is worked out later keeps alive what it is worked out from, and no more.
    private static Lazy<ImmutableArray<SprintOutlook>> SprintsLater(HealthInput input) =>
        new(() => new RunningSprints(input.Sprints, input.Histories, input.SprintHistories, input.Workflow, input.Calendar, input.AsOf, input.DaysOff).Outlooks());

    private static Lazy<OpenFeatures> FeaturesLater(string team, WorkMeasure measure, Forecaster? forecaster, DateOnly today, int? atOnce) =>
        new(() => OpenFeatures.Of(team, measure, forecaster, today, atOnce));

    private static Lazy<ImmutableArray<BacktestRecord>> BacktestLater(DailyCounts finished, Func<DailyCounts, Forecaster>? method, KnownFinishes finishes) =>
        new(() => new Backtest(finished, method, finishes.Before).Records(28, 56, 84));

    private static ImmutableArray<WorkItemSummary> Finished(IReadOnlyCollection<WorkItemSummary> read, IReadOnlyCollection<FlowItem> flow, DateTimeOffset asOf)
    {
        var known = read.DistinctBy(i => i.Id, StringComparer.Ordinal).ToDictionary(i => i.Id, StringComparer.Ordinal);
        return known.Count == 0 ? [] : [.. FinishedLately.Ids(flow, asOf).Where(known.ContainsKey).Select(id => known[id])];
    }

    private static ImmutableArray<FlowItem> GoneBy(HealthInput input) =>
        [.. input.Histories.Where(h => h.Gone < input.AsOf).Select(h => StartedAndFinished.Of(h, input.Workflow, h.Gone!.Value)).OfType<FlowItem>()
            .OrderBy(f => f.Item.Gone).ThenBy(f => f.Item.Id, StringComparer.Ordinal)];

    /// <summary>What everything else rests on: how work flowed, and the open items held against the forecast.</summary>
    private sealed record Ground(
        List<FlowItem> Flow, ImmutableArray<BacklogItem> Open, bool Ordered, KnownFinishes Finishes, DailyCounts Finished, ForecastMaker Forecasts)
    {
        public static Ground Of(HealthInput input)
        {
            var flow = StartedAndFinished.Of(input.Histories, input.Workflow, input.AsOf)
                .OrderBy(f => f.Item.Created).ThenBy(f => f.Item.Id, StringComparer.Ordinal).ToList();
            var (open, ordered) = BacklogOrder.Of(input, flow.ToDictionary(f => f.Item.Id, StringComparer.Ordinal));
            var finishes = new KnownFinishes(input.Histories, input.Workflow, input.Calendar, input.AsOf);
            var finished = FinishHistory.Of(flow, input.Calendar, finishes.Today);
            var forecasts = new ForecastMaker(finished, input.Method ?? new CalibratedMethod(daysOff: input.DaysOff).Prepare, finishes.Before);
            return new Ground(flow, DueFindings.Add(open, forecasts.Forecaster, finishes.Today, input.Rules), ordered, finishes, finished, forecasts);
        }
    }
}
