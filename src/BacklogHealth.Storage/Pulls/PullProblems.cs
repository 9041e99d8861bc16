using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Pulls;

/// <summary>What the store itself found wrong with a pull, as sentences.</summary>
internal static class PullProblems
{
    private const int ItemsTold = 10;

    /// <summary>The sentences.</summary>
    public static async Task<IReadOnlyList<string>> Of(Session session, PullRun run, PullEnd end, int inTracker, PullCounts counts)
    {
        int Count(Outcome outcome) => counts.ByOutcome.GetValueOrDefault((int)outcome);
        var told = new List<string>();
        told.AddRange(await Each(
            session, run, Outcome.Refused, Count(Outcome.Refused),
            (item, reason) => $"Team {run.Team}, item {item}: the tracker lists it and would not give it ({reason}). Expected the whole item. Let the account see it, or take it out of the query."));
        told.AddRange(await Each(
            session, run, Outcome.Unreadable, Count(Outcome.Unreadable),
            (item, reason) => $"Team {run.Team}, item {item}: what the tracker sent cannot be read ({reason}). Expected an item with all its parts. It stands as it was, and the next sync tries again; mend it in the tracker, or take it out of the query."));
        if (!end.ListingComplete && end.Problems.IsEmpty)
        {
            // Who judged the listing knows better why it is not believed; where nobody says, this much is known.
            told.Add($"Team {run.Team}: the listing of the tracker broke off. Expected all of it; nothing was removed. Run sync again: it goes on from what is stored.");
        }
        else if (end.ListingComplete && inTracker - counts.Stored - Count(Outcome.Refused) - Count(Outcome.Unreadable) is > 0 and var open)
        {
            told.Add(FormattableString.Invariant(
                $"Team {run.Team}: {open} of {inTracker} listed items are not stored as they were listed. Expected all of them. Run sync again: it fetches these alone."));
        }

        return told;
    }

    // An item is named by its key, as people know it; by its id where it was never read.
    private static async Task<IEnumerable<string>> Each(Session session, PullRun run, Outcome outcome, int items, Func<string, string?, string> sentence)
    {
        if (items == 0)
        {
            return [];
        }

        var first = await session.Query<Row>(
            """
            SELECT COALESCE(i.key, l.id) AS name, l.reason
            FROM listed l JOIN pull p ON p.pull_no = l.pull_no LEFT JOIN item i ON i.team_no = p.team_no AND i.id = l.id
            WHERE l.pull_no = @Number AND l.outcome = @outcome ORDER BY l.listed_no LIMIT @ItemsTold
            """,
            new { run.Number, outcome = (int)outcome, ItemsTold });
        var told = first.Select(r => sentence(r.Name, r.Reason));
        return items <= ItemsTold ? told : told.Append(FormattableString.Invariant($"Team {run.Team}: the same holds for {items - ItemsTold} more items."));
    }

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public string? Reason { get; init; }
    }
}
