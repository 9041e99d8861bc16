using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Pulls;

/// <summary>Compares what the tracker listed with what is stored, at the end of a pull, and applies the verdict on what is missing.</summary>
internal static class Reconciliation
{
    // Stored as it was listed: with the listed stamp, or with any where the listing says only that it has not moved.
    private const string AsListed = "i.team_no = @team AND i.id = l.id AND (i.stamp = l.stamp OR (l.stamp = '' AND i.stamp IS NOT NULL))";

    private static readonly string NotStored = FormattableString.Invariant(
        $"({(int)Outcome.Open}, {(int)Outcome.Refused}, {(int)Outcome.Deleted}, {(int)Outcome.Unreadable})");

    /// <summary>Ends the pull and tells what came of it.</summary>
    public static async Task<PullResult> Finish(Session session, PullRun run, PullEnd end, DateTimeOffset now)
    {
        var pull = await PullTable.Open(session, run);
        await Standing.Return(session, pull);
        await Standing.Hide(session, pull.TeamNo, end.NotVisible.Select(CleanText.Of), now);
        var believed = end.ListingComplete && (end.Removals != Removals.None || !await AnyVanished(session, pull));
        var brokeOff = end.BrokeOff || (!end.ListingComplete && end.Problems.IsEmpty);
        IReadOnlyList<string> movedAway = [.. end.MovedAway.Select(CleanText.Of)];
        var gone = (believed, end.Removals) switch
        {
            (true, Removals.AfterTwoListings) => await Standing.RemoveAfterTwo(session, pull, movedAway, now),
            (true, Removals.Accepted) => await Standing.RemoveAccepted(session, pull, end.NotVisible.Select(CleanText.Of), movedAway, end.AcceptedBy, now),
            _ => new Gone(0, 0, brokeOff ? 0 : await Standing.CountVanished(session, pull)),
        };

        var counts = await Counts(session, pull);
        int Of(Outcome outcome) => counts.ByOutcome.GetValueOrDefault((int)outcome);
        int Count(Written written) => counts.ByOutcome.GetValueOrDefault((int)written);
        var inTracker = counts.ByOutcome.Values.Sum() - Of(Outcome.Deleted);
        if (believed)
        {
            await KeepCursor(session, pull, end.Cursor);
        }

        var complete = believed && counts.Stored == inTracker;
        var unmapped = await Gaps.UnmappedStates(session, pull.TeamNo);
        var result = new PullResult
        {
            Team = run.Team,
            Complete = complete,
            Listed = believed,
            BrokeOff = brokeOff,
            ProvenAt = complete ? now : (await PullTable.Last(session, run.Team))?.ProvenAt,
            InTracker = brokeOff && inTracker == 0 ? null : inTracker,
            Stored = believed ? counts.Stored : await Gaps.Items(session, pull.TeamNo),
            Fetched = Count(Written.Created) + Count(Written.Updated) + Count(Written.Unchanged) + Of(Outcome.Returned),
            Created = Count(Written.Created),
            Updated = Count(Written.Updated),
            Returned = Of(Outcome.Returned),
            ReadAgain = end.ReadAgain,
            NotListed = gone.Missing,
            Removed = gone.Removed,
            MovedAway = gone.MovedAway,
            Hidden = await Gaps.NotVisibleSince(session, pull.TeamNo, run.StartedAt),
            NotVisible = await Gaps.NotVisible(session, pull.TeamNo),
            Refused = Of(Outcome.Refused),
            Unreadable = Of(Outcome.Unreadable),
            Unmapped = unmapped.Sum(s => s.Items),
            UnmappedStates = unmapped,
            HistoryIncomplete = await Gaps.HistoryIncomplete(session, pull.TeamNo),
            Traffic = end.Traffic,
            Problems = [.. end.Problems, .. await PullProblems.Of(session, run, end, inTracker, counts)],
            StartedAt = run.StartedAt,
            FinishedAt = now,
        };
        if (end.PayloadDays is { } days)
        {
            await PayloadTable.Forget(session, pull.TeamNo, days <= 0 ? DateTimeOffset.MaxValue : now.AddDays(-days));
        }

        await PullTable.Finish(session, run, result);
        return result;
    }

    private static async Task<bool> AnyVanished(Session session, OpenPull pull) =>
        await session.First<int?>($"SELECT 1 FROM item WHERE {Standing.Vanished} LIMIT 1", new { team = pull.TeamNo, pull = pull.PullNo }) is not null;

    private static async Task<PullCounts> Counts(Session session, OpenPull pull)
    {
        var values = new { team = pull.TeamNo, pull = pull.PullNo };
        var outcomes = await session.Query<OutcomeCount>("SELECT outcome AS kind, COUNT(*) AS items FROM listed WHERE pull_no = @pull GROUP BY outcome", values);
        var stored = await session.First<int>($"SELECT COUNT(*) FROM listed l JOIN item i ON {AsListed} WHERE l.pull_no = @pull AND l.outcome NOT IN {NotStored}", values);
        return new PullCounts(outcomes.ToDictionary(o => o.Kind, o => o.Items), stored);
    }

    // What is not stored as it was listed forgets its stamp: it is fetched next time, whatever the tracker's record says from the new cursor on.
    private static async Task KeepCursor(Session session, OpenPull pull, string? cursor)
    {
        await session.Run(
            $"""
            UPDATE item SET stamp = NULL WHERE team_no = @team AND stamp IS NOT NULL AND id IN (
                SELECT l.id FROM listed l WHERE l.pull_no = @pull AND (l.outcome IN {NotStored} OR NOT EXISTS (SELECT 1 FROM item i WHERE {AsListed})))
            """,
            new { team = pull.TeamNo, pull = pull.PullNo });
        await session.Run(
            "UPDATE team SET cursor = COALESCE(@cursor, (SELECT cursor FROM pull WHERE pull_no = @pull)) WHERE team_no = @team",
            new { cursor = CleanText.OrNull(cursor), pull = pull.PullNo, team = pull.TeamNo });
    }

    private sealed class OutcomeCount
    {
        public int Kind { get; init; }

        public int Items { get; init; }
    }
}

/// <summary>How many listed items came to what.</summary>
/// <param name="ByOutcome">Items by <see cref="Outcome"/> or <see cref="Written"/>.</param>
/// <param name="Stored">Items that are stored as they were listed.</param>
internal sealed record PullCounts(IReadOnlyDictionary<int, int> ByOutcome, int Stored);
