using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Steps;

/// <summary>Every open item of a team with its scores, at one instant.</summary>
/// <param name="Stored">The data they rest on.</param>
/// <param name="AsOf">The instant; known is what happened before it.</param>
/// <param name="Items">The items, in no order.</param>
/// <param name="NotRebuilt">What could not be rebuilt for a day in the past, as sentences with counts.</param>
internal sealed record Scored(Stored Stored, DateTimeOffset AsOf, ImmutableArray<ScoredItem> Items, ImmutableArray<Sentence> NotRebuilt)
{
    /// <summary>The same a week earlier, for what changed; null where only the items of the instant are asked for.</summary>
    public Scored? WeekBefore { get; init; }

    /// <summary>What else is stored and tells of the team at both instants: on its way, since to read it takes as long as to score. Null where only the items are asked for.</summary>
    public Task<TeamFacts>? Facts { get; init; }

    /// <summary>What scored them, for other items of the team.</summary>
    public required Scorer Scorer { get; init; }

    /// <summary>How often rules were right, as far as the team's mutes say.</summary>
    public ImmutableArray<RulePrecision> Precision { get; init; } = [];

    /// <summary>Rules that those mutes have made hints.</summary>
    public IReadOnlySet<string> Hints => RulePrecision.Hints(Precision);

    /// <summary>What is to be said of the backlog as a whole.</summary>
    public ImmutableArray<BacklogFinding> Findings { get; init; } = [];

    /// <summary>What is to be said of the team's mutes, as sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>Score: reads every open item once to know the backlog, and once more to score it. Texts stream; none is kept.</summary>
internal static class ScoreStep
{
    private const int Week = 7;

    /// <summary>Scores every open item, now or as of the start of a past day.</summary>
    public static Task<Scored> Of(Stored stored, BacklogStore store, DateOnly? day, TimeProvider time, CancellationToken cancellation) =>
        At(stored, store, day is { } past ? stored.Calendar.StartOf(past) : null, time.GetUtcNow(), cancellation);

    /// <summary>Scores every open item, and those of a week earlier beside them: most are the same ones, and all are read for both.</summary>
    public static async Task<Scored> WithWeekBefore(Stored stored, BacklogStore store, DateOnly? day, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? past = day is { } d ? stored.Calendar.StartOf(d) : null;
        var before = stored.Calendar.StartOf(stored.Calendar.DayOf(past ?? now).AddDays(-Week));
        var facts = Task.Run(() => Facts(stored, store, [past ?? now, before], cancellation), cancellation);
        var both = await Score(stored, store, [new(stored, past, now), new(stored, before, now)], cancellation);
        return both[0] with { WeekBefore = both[1], Facts = facts };
    }

    /// <summary>What is stored beside the histories and tells of the team at some instants.</summary>
    public static Task<TeamFacts> Facts(Stored stored, BacklogStore store, IReadOnlyCollection<DateTimeOffset> instants, CancellationToken cancellation) =>
        store.Facts(stored.Team.Name, new FactsAsked(instants, stored.Team.Settings.Language, stored.Workflow, !stored.Profile.Sprints.IsEmpty), cancellation);

    /// <summary>Scores every open item at an instant of the past; null for the items as stored.</summary>
    public static async Task<Scored> At(Stored stored, BacklogStore store, DateTimeOffset? past, DateTimeOffset now, CancellationToken cancellation) =>
        (await Score(stored, store, [new(stored, past, now)], cancellation))[0];

    /// <summary>Scores items one by one, each as among all. Where mutes judge rules, all have to be scored first to know which have become hints.</summary>
    /// <param name="stored">The team.</param>
    /// <param name="store">The store.</param>
    /// <param name="past">The instant of the past; null for the items as stored.</param>
    /// <param name="now">The clock.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Func<WorkItem, ItemScore>> OneByOne(Stored stored, BacklogStore store, DateTimeOffset? past, DateTimeOffset now, CancellationToken cancellation)
    {
        var day = new DayScores(stored, past, now);
        await using var items = await Open(stored, store, [day], cancellation);
        await Know(items, [day], cancellation);
        if (!day.IsJudged)
        {
            return day.Scorer.Score;
        }

        await Take(items, [day], cancellation);
        var hints = day.Done().Hints;
        return item => RulePrecision.AsHints(day.Scorer.Score(item), hints);
    }

    /// <summary>What the team says of rules, on its day of an instant.</summary>
    public static TeamContext Rules(Stored stored, DateTimeOffset asOf) =>
        stored.Team.Settings.Rules with { Language = stored.Team.Settings.Language, Today = stored.Calendar.DayOf(asOf), Workflow = stored.Workflow };

    /// <summary>What tells sizes from the texts of a team on its day of an instant; null where nothing does.</summary>
    public static SizeModel? Sizes(Stored stored, DateTimeOffset asOf) => stored.Learned.On(stored.Calendar.DayOf(asOf)).Sizes(stored.Team.Settings.Language);

    /// <summary>What tells the chances of a team's items on its day of an instant; null where nothing does.</summary>
    public static ChanceReader? Chances(Stored stored, DateTimeOffset asOf) =>
        ChanceReader.Of(stored.Learned.On(stored.Calendar.DayOf(asOf)), Rules(stored, asOf), ForecastStep.ReadyOf(stored.Team));

    private static async Task<Scored[]> Score(Stored stored, BacklogStore store, DayScores[] days, CancellationToken cancellation)
    {
        using var step = TimedStep.OfTeam("score", stored.Team.Name);
        await using var items = await Open(stored, store, days, cancellation);
        await Know(items, days, cancellation);
        await Take(items, days, cancellation);
        return step.Done(await Task.WhenAll(days.Select(day => Task.Run(day.Done, cancellation))));
    }

    /// <summary>Every open item and what stands above it, on all days.</summary>
    private static Task<ChosenItems> Open(Stored stored, BacklogStore store, DayScores[] days, CancellationToken cancellation) =>
        store.ChooseItems(stored.Team.Name, [.. days.Select(day => day.Past)], ItemChoice.OpenAndTheirParents, stored.Workflow, cancellation);

    // The backlog as a whole tells when somebody last changed an item, and nothing of what it was before.
    private static Task Know(ChosenItems items, DayScores[] days, CancellationToken cancellation) =>
        Each(items, days, HistoryDetail.WithoutValues, static (day, items) => day.Know(items), cancellation);

    private static Task Take(ChosenItems items, DayScores[] days, CancellationToken cancellation) =>
        Each(items, days, HistoryDetail.Whole, static (day, items) => day.Score(items), cancellation);

    /// <summary>Each item is read once for all days; the days take the items side by side.</summary>
    private static async Task Each(ChosenItems items, DayScores[] days, HistoryDetail detail, Action<DayScores, IReadOnlyList<PastItem>> take, CancellationToken cancellation)
    {
        await foreach (var batch in items.Batches(detail, cancellation))
        {
            await Task.WhenAll(days.Zip(batch, (day, some) => Task.Run(() => take(day, some), cancellation)));
        }
    }
}
