using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
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

    /// <summary>Scores every open item, and those of a week earlier beside them: as much work, on the same data.</summary>
    public static async Task<Scored> WithWeekBefore(Stored stored, BacklogStore store, DateOnly? day, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? past = day is { } d ? stored.Calendar.StartOf(d) : null;
        var before = stored.Calendar.StartOf(stored.Calendar.DayOf(past ?? now).AddDays(-Week));
        // The rules and the words of their languages are made once, here, and not by two threads at the same moment.
        _ = (RuleBook.All, BacklogIndex.Empty);
        var weekBefore = Task.Run(() => At(stored, store, before, before, cancellation), cancellation);
        var scored = await Task.Run(() => At(stored, store, past, now, cancellation), cancellation);
        return scored with { WeekBefore = await weekBefore };
    }

    /// <summary>Scores every open item at an instant of the past; null for the items as stored.</summary>
    public static async Task<Scored> At(Stored stored, BacklogStore store, DateTimeOffset? past, DateTimeOffset now, CancellationToken cancellation)
    {
        using var step = TimedStep.OfTeam("score", stored.Team.Name);
        var asOf = past ?? now;
        var (scorer, _) = Scorer(stored, store, past, asOf, cancellation);
        var (chances, rules) = (Chances(stored, asOf), Rules(stored, asOf));
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        var items = new List<ScoredItem>();
        var missing = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var read in store.Items(stored.Team.Name, past, ItemChoice.OpenAndTheirParents, stored.Workflow, cancellation))
        {
            var item = read.Item;
            titles[item.Id] = item.Title;
            if (stored.Workflow.Find(item.StateId, item.OriginalState) == WorkItemState.Finished)
            {
                continue;
            }

            // Scores stay, texts go: a backlog of any size fits.
            items.Add(new ScoredItem(WorkItemSummary.Of(item), item.Rank, item.StateId, scorer.Score(item), null)
            {
                LastTouched = scorer.LastTouched(item),
                Chances = chances is not null && rules.StateOf(item) == WorkItemState.NotStarted ? chances.Of(item) : null,
            });
            foreach (var field in Counted.Is(item.Kind) ? read.NotRebuilt : [])
            {
                missing[field] = missing.GetValueOrDefault(field) + 1;
            }
        }

        var precision = RulePrecision.Of(items.Select(i => i.Score));
        var hints = RulePrecision.Hints(precision);
        return step.Done(new Scored(
            stored, asOf,
            [.. items.Select(i => i with { Score = RulePrecision.AsHints(i.Score, hints), ParentTitle = i.Item.ParentId is { } parent ? titles.GetValueOrDefault(parent) : null })],
            past is null ? [] : NotRebuilt.Say(missing, items.Count(i => Counted.Is(i.Item.Kind)), fromFile: stored.Place.Connection.Length == 0))
        {
            Scorer = scorer,
            Precision = precision,
            Findings = scorer.ScoreBacklog(),
            Notes = past is null ? [.. stored.Learned.Notes.Select(n => $"{stored.Team.Name}: {n}"), .. ReadyNotes.Of(stored.Team), .. MuteNotes.Of(stored.Team, stored.Calendar.DayOf(asOf), items)] : [],
        });
    }

    /// <summary>Scores items one by one, each as among all. Where mutes judge rules, all have to be scored first to know which have become hints.</summary>
    /// <param name="stored">The team.</param>
    /// <param name="store">The store.</param>
    /// <param name="past">The instant of the past; null for the items as stored.</param>
    /// <param name="now">The clock.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Func<WorkItem, ItemScore>> OneByOne(Stored stored, BacklogStore store, DateTimeOffset? past, DateTimeOffset now, CancellationToken cancellation)
    {
        var (scorer, isJudged) = Scorer(stored, store, past, past ?? now, cancellation);
        var hints = isJudged ? (await At(stored, store, past, now, cancellation)).Hints : ImmutableHashSet<string>.Empty;
        return item => RulePrecision.AsHints(scorer.Score(item), hints);
    }

    /// <summary>What the team says of rules, on its day of an instant.</summary>
    public static TeamContext Rules(Stored stored, DateTimeOffset asOf) =>
        stored.Team.Settings.Rules with { Language = stored.Team.Settings.Language, Today = stored.Calendar.DayOf(asOf), Workflow = stored.Workflow };

    /// <summary>What tells sizes from the texts of a team on its day of an instant; null where nothing does.</summary>
    public static SizeModel? Sizes(Stored stored, DateTimeOffset asOf) => stored.Learned.On(stored.Calendar.DayOf(asOf)).Sizes(stored.Team.Settings.Language);

    /// <summary>What tells the chances of a team's items on its day of an instant; null where nothing does.</summary>
    public static ChanceReader? Chances(Stored stored, DateTimeOffset asOf) =>
        ChanceReader.Of(stored.Learned.On(stored.Calendar.DayOf(asOf)), Rules(stored, asOf), ForecastStep.ReadyOf(stored.Team));

    /// <summary>A scorer that knows the whole backlog of a team, and whether mutes judge its rules.</summary>
    private static (Scorer Scorer, bool IsJudged) Scorer(Stored stored, BacklogStore store, DateTimeOffset? past, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var team = Rules(stored, asOf);
        // An embedded database answers at once: waiting for a page blocks nobody.
        var items = store.Items(stored.Team.Name, past, ItemChoice.OpenAndTheirParents, stored.Workflow, cancellation).ToBlockingEnumerable(cancellation);
        var index = BacklogIndex.Build(items.Select(i => i.Item), team, stored.Profile.Sprints);
        return (new Scorer(RuleBook.All, team, index, Sizes(stored, asOf)), index.IsJudged(team));
    }
}
