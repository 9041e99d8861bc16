using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Pulls;

/// <summary>
/// Compares what the tracker listed with what is stored, at the end of a pull. An item is removed only where two complete listings lack it, and a
/// listing that lacks many at once is doubted: trackers have answered with half a list and called it whole.
/// </summary>
internal static class Reconciliation
{
    /// <summary>A listing is doubted where more items than this vanish at once, …</summary>
    private const int DoubtedItems = 20;

    /// <summary>… and more than this share of those that were there.</summary>
    private const double DoubtedShare = 0.3;

    private const int ReasonsTold = 10;

    /// <summary>Ends the pull and tells what came of it.</summary>
    public static async Task<PullResult> Finish(
        Session session, PullRun run, bool listingComplete, IReadOnlyList<string> problems, PullTraffic traffic, bool acceptRemovals, DateTimeOffset now)
    {
        var team = await PullTable.TeamOf(session, run);
        var values = new { team, pull = run.Number, now = now.UtcTicks, refused = Listing.Refused };
        var told = problems.ToList();

        // To be listed is proof of being there, in a listing of any length.
        await session.Run($"UPDATE item SET removed_at = NULL, missing_since = NULL WHERE team_no = @team AND id IN ({Listed})", values);

        var there = await session.First<int>("SELECT COUNT(*) FROM item WHERE team_no = @team AND removed_at IS NULL", values);
        var vanished = await session.First<int>($"SELECT COUNT(*) FROM item WHERE team_no = @team AND removed_at IS NULL AND missing_since IS NULL AND id NOT IN ({Listed})", values);
        var listed = await session.First<int>("SELECT COUNT(*) FROM listed WHERE pull_no = @pull", values);
        var doubted = listingComplete && !acceptRemovals && vanished > 0
            && (listed == 0 || (vanished > DoubtedItems && vanished > DoubtedShare * there));
        var removed = 0;
        if (doubted)
        {
            told.Add(FormattableString.Invariant(
                $"Team {run.Team}: {vanished} of {there} stored items are missing from the tracker's listing. Expected most of them to be there; nothing was removed. Check the query and the permissions, then run sync --accept-removals if the items are really gone."));
        }
        else if (listingComplete)
        {
            removed = await session.Run(
                $"UPDATE item SET removed_at = @now WHERE team_no = @team AND removed_at IS NULL AND missing_since IS NOT NULL AND id NOT IN ({Listed})", values);
            await session.Run(
                $"UPDATE item SET missing_since = @now WHERE team_no = @team AND removed_at IS NULL AND missing_since IS NULL AND id NOT IN ({Listed})", values);
        }

        var stored = await session.First<int>(
            "SELECT COUNT(*) FROM listed l JOIN item i ON i.team_no = @team AND i.id = l.id AND i.stamp = l.stamp WHERE l.pull_no = @pull AND l.outcome <> @refused", values);
        var outcomes = (await session.Query<Outcome>("SELECT outcome AS kind, COUNT(*) AS items FROM listed WHERE pull_no = @pull GROUP BY outcome", values))
            .ToDictionary(o => o.Kind, o => o.Items);
        int Of(int kind) => outcomes.GetValueOrDefault(kind);
        var refused = Of(Listing.Refused);
        told.AddRange(await Refusals(session, run, values, refused));
        if (!listingComplete)
        {
            told.Add($"Team {run.Team}: the listing of the tracker broke off. Expected all of it; nothing was removed. Run sync again: it goes on from what is stored.");
        }
        else if (listed - stored - refused is > 0 and var open)
        {
            told.Add(FormattableString.Invariant(
                $"Team {run.Team}: {open} of {listed} listed items are not stored as they were listed. Expected all of them. Run sync again: it fetches these alone."));
        }

        var result = new PullResult
        {
            Team = run.Team,
            Complete = listingComplete && !doubted && stored == listed,
            InTracker = listed,
            Stored = stored,
            Fetched = Of((int)Written.Created) + Of((int)Written.Updated) + Of((int)Written.Unchanged),
            Created = Of((int)Written.Created),
            Updated = Of((int)Written.Updated),
            Removed = removed,
            NotVisible = refused,
            Unmapped = await Unmapped(session, team),
            HistoryIncomplete = await session.First<int>(
                "SELECT COUNT(*) FROM item WHERE team_no = @team AND removed_at IS NULL AND not_visible_since IS NULL AND (history_complete = 0 OR states_fit = 0)", values),
            Traffic = traffic,
            Problems = [.. told],
            StartedAt = run.StartedAt,
            FinishedAt = now,
        };
        await PullTable.Finish(session, run, result);
        return result;
    }

    private const string Listed = "SELECT l.id FROM listed l WHERE l.pull_no = @pull";

    private static async Task<IEnumerable<string>> Refusals(Session session, PullRun run, object values, int refused)
    {
        var first = await session.Query<Refusal>(
            FormattableString.Invariant($"SELECT id, reason FROM listed WHERE pull_no = @pull AND outcome = @refused ORDER BY listed_no LIMIT {ReasonsTold}"), values);
        var told = first.Select(r =>
            $"Team {run.Team}, item {r.Id}: the tracker lists it and would not give it ({r.Reason}). Expected the whole item. Let the account see it, or take it out of the query.");
        return refused <= ReasonsTold
            ? told
            : told.Append(FormattableString.Invariant($"Team {run.Team}: the same holds for {refused - ReasonsTold} more items."));
    }

    private static async Task<int> Unmapped(Session session, long teamNo)
    {
        var workflow = (await TeamTable.Profile(session, teamNo)).Workflow;
        var states = await session.Query<StateCount>(
            """
            SELECT s.id, s.name, COUNT(*) AS items FROM item i JOIN state s ON s.state_no = i.state_no
            WHERE i.team_no = @teamNo AND i.removed_at IS NULL AND i.not_visible_since IS NULL GROUP BY s.id, s.name
            """,
            new { teamNo });
        return states.Where(s => workflow.Find(s.Id, s.Name) is null).Sum(s => s.Items);
    }

    private sealed class Outcome
    {
        public int Kind { get; init; }

        public int Items { get; init; }
    }

    private sealed class Refusal
    {
        public string Id { get; init; } = "";

        public string? Reason { get; init; }
    }

    private sealed class StateCount
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public int Items { get; init; }
    }
}
