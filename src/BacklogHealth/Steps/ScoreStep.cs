using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>Every open item of a team with its scores, at one instant.</summary>
/// <param name="Stored">The data they rest on.</param>
/// <param name="AsOf">The instant; known is what happened before it.</param>
/// <param name="Items">The items, in no order.</param>
/// <param name="NotRebuilt">What could not be rebuilt for a day in the past, as sentences with counts.</param>
internal sealed record Scored(Stored Stored, DateTimeOffset AsOf, ImmutableArray<ScoredItem> Items, ImmutableArray<string> NotRebuilt);

/// <summary>Score: reads every open item once to know the backlog, and once more to score it. Texts stream; none is kept.</summary>
internal static class ScoreStep
{
    /// <summary>Scores every open item, now or as of the start of a past day.</summary>
    public static Task<Scored> Of(Stored stored, BacklogStore store, DateOnly? day, TimeProvider time, CancellationToken cancellation) =>
        At(stored, store, day is { } past ? stored.Calendar.StartOf(past) : null, time.GetUtcNow(), cancellation);

    /// <summary>Scores every open item at an instant of the past; null for the items as stored.</summary>
    public static async Task<Scored> At(Stored stored, BacklogStore store, DateTimeOffset? past, DateTimeOffset now, CancellationToken cancellation)
    {
        var asOf = past ?? now;
        var scorer = Scorer(stored, store, past, asOf, cancellation);
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        var items = ImmutableArray.CreateBuilder<(WorkItem Item, ItemScore Score)>();
        var missing = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var read in store.Items(stored.Team.Name, past, ItemChoice.OpenAndTheirParents, stored.Workflow, cancellation))
        {
            titles[read.Item.Id] = read.Item.Title;
            if (stored.Workflow.Find(read.Item.StateId, read.Item.OriginalState) == WorkItemState.Finished)
            {
                continue;
            }

            items.Add((Bare(read.Item), scorer.Score(read.Item)));
            foreach (var field in Counted.Is(read.Item.Kind) ? read.NotRebuilt : [])
            {
                missing[field] = missing.GetValueOrDefault(field) + 1;
            }
        }

        var scored = items.Select(i => new ScoredItem(
            WorkItemSummary.Of(i.Item), i.Item.Rank, i.Item.StateId, i.Score, i.Item.ParentId is { } parent ? titles.GetValueOrDefault(parent) : null));
        return new Scored(stored, asOf, [.. scored], past is null ? [] : NotRebuilt(stored, items.Count(i => Counted.Is(i.Item.Kind)), missing));
    }

    /// <summary>A scorer that knows the whole backlog of a team.</summary>
    public static Scorer Scorer(Stored stored, BacklogStore store, DateTimeOffset? past, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var team = new TeamContext
        {
            Language = stored.Team.Settings.Language,
            Today = stored.Calendar.DayOf(asOf),
            Mutes = [.. stored.Team.Settings.Mutes],
            Workflow = stored.Workflow,
        };
        // An embedded database answers at once: waiting for a page blocks nobody.
        var items = store.Items(stored.Team.Name, past, ItemChoice.OpenAndTheirParents, stored.Workflow, cancellation).ToBlockingEnumerable(cancellation);
        return new Scorer(RuleBook.All, team, BacklogIndex.Build(items.Select(i => i.Item), team, stored.Profile.Sprints));
    }

    // Scores stay, texts go: a backlog of any size fits.
    private static WorkItem Bare(WorkItem item) => item with
    {
        Description = StructuredText.Empty,
        AcceptanceCriteria = StructuredText.Empty,
        Comments = [],
        Changes = [],
        OtherFields = ImmutableSortedDictionary<string, string>.Empty,
    };

    private static ImmutableArray<string> NotRebuilt(Stored stored, int open, SortedDictionary<string, int> missing)
    {
        var sentences = missing.Select(m => m.Key == PastState.History
            ? string.Create(CultureInfo.InvariantCulture, $"Of {m.Value} of {open} open items {(stored.Place.Connection.Length == 0 ? "the file has no clear dates of start and end" : "only part of the history is there")}; they stand as far as it reaches.")
            : string.Create(CultureInfo.InvariantCulture, $"The {m.Key} of {m.Value} of {open} open items is today's, for want of its history."));
        return stored.Place.Connection.Length == 0
            ? [.. sentences, "Files hold no history of texts: titles and descriptions are as they were when the file was written."]
            : [.. sentences];
    }
}
