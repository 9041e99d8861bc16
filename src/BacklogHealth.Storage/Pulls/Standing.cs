using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Pulls;

/// <summary>
/// Where a stored item stands: there, missing since, removed, not visible since. Whatever is not plainly there forgets its stamp, so that its return
/// is always fetched anew.
/// </summary>
internal static class Standing
{
    /// <summary>Condition: the item stands in a listing of the pull, and the tracker did not say since that it was deleted.</summary>
    private static readonly string Listed = FormattableString.Invariant(
        $"EXISTS (SELECT 1 FROM listed l WHERE l.pull_no = @pull AND l.id = item.id AND l.outcome <> {(int)Outcome.Deleted})");

    /// <summary>Condition: the item is there and not known to be invisible, and no listing of the pull has it.</summary>
    public static readonly string Vanished = "team_no = @team AND removed_at IS NULL AND not_visible_since IS NULL AND NOT " + Listed;

    /// <summary>Which of these items are stored as missing, removed or invisible.</summary>
    public static async Task<HashSet<string>> NotPlainlyThere(Session session, long teamNo, IEnumerable<string> ids) =>
        (await session.Query<string>(
            $"SELECT id FROM item WHERE team_no = @team AND id {session.In("ids")} AND (missing_since IS NOT NULL OR removed_at IS NOT NULL OR not_visible_since IS NOT NULL)",
            new { team = teamNo, ids = Session.List(ids) }))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>How many items are there and visible, and in no listing of the pull.</summary>
    public static Task<int> CountVanished(Session session, OpenPull pull) =>
        session.First<int>($"SELECT COUNT(*) FROM item WHERE {Vanished}", new { team = pull.TeamNo, pull = pull.PullNo });

    /// <summary>Marks items that our account cannot see any more. One that was removed stays so.</summary>
    public static Task Hide(Session session, long teamNo, IEnumerable<string> ids, DateTimeOffset now) =>
        session.Run(
            $"""
            UPDATE item SET not_visible_since = COALESCE(not_visible_since, @now), missing_since = NULL, stamp = NULL
            WHERE team_no = @team AND removed_at IS NULL AND id {session.In("ids")}
            """,
            new { now = now.UtcTicks, team = teamNo, ids = Session.List(ids) });

    /// <summary>Marks items that are listed and were refused: they are there, whatever was thought of them, and our account cannot see them.</summary>
    public static async Task Refuse(Session session, long teamNo, IReadOnlyList<string> ids, DateTimeOffset now)
    {
        await session.Run($"UPDATE item SET removed_at = NULL WHERE team_no = @team AND id {session.In("ids")}", new { team = teamNo, ids = Session.List(ids) });
        await Hide(session, teamNo, ids, now);
    }

    /// <summary>Takes back what was thought of items that are listed again: to be listed is proof of being there, in a listing of any length.</summary>
    public static Task Return(Session session, OpenPull pull) =>
        session.Run(
            $"UPDATE item SET removed_at = NULL, missing_since = NULL WHERE team_no = @team AND (removed_at IS NOT NULL OR missing_since IS NOT NULL) AND {Listed}",
            new { team = pull.TeamNo, pull = pull.PullNo });

    /// <summary>Removes what an earlier complete listing lacked, too, and marks as missing what vanished now. Tells how many of each, and how many of the removed are among those that moved away.</summary>
    public static async Task<Gone> RemoveAfterTwo(Session session, OpenPull pull, IEnumerable<string> movedAway, DateTimeOffset now)
    {
        var values = new { team = pull.TeamNo, pull = pull.PullNo, now = now.UtcTicks, moved = Session.List(movedAway) };
        var moved = await session.First<int>($"SELECT COUNT(*) FROM item WHERE missing_since IS NOT NULL AND id {session.In("moved")} AND {Vanished}", values);
        var removed = await session.Run($"UPDATE item SET removed_at = @now, stamp = NULL WHERE missing_since IS NOT NULL AND {Vanished}", values);
        var missing = await session.Run($"UPDATE item SET missing_since = @now, stamp = NULL WHERE missing_since IS NULL AND {Vanished}", values);
        return new Gone(removed, moved, missing);
    }

    /// <summary>Removes everything that no listing has, but what is hidden by this pull's own verdict, and leaves an audit row. Tells how many were removed, and how many of them are among those that moved away.</summary>
    public static async Task<Gone> RemoveAccepted(
        Session session, OpenPull pull, IEnumerable<string> hidden, IReadOnlyCollection<string> movedAway, string? acceptedBy, DateTimeOffset now)
    {
        var values = new { team = pull.TeamNo, pull = pull.PullNo, now = now.UtcTicks, hidden = Session.List(hidden) };
        var gone = $"team_no = @team AND removed_at IS NULL AND NOT {Listed} AND NOT (id {session.In("hidden")})";
        var ids = await session.Query<string>($"SELECT id FROM item WHERE {gone} ORDER BY id", values);
        if (ids.Count > 0)
        {
            await session.Run($"UPDATE item SET removed_at = @now, not_visible_since = NULL, stamp = NULL WHERE {gone}", values);
            await AuditTable.Add(session, pull, new AuditEntry(now, pull.PullNo, AuditEntry.RemovalsAccepted, [.. ids], acceptedBy));
        }

        return new Gone(ids.Count, ids.Intersect(movedAway, StringComparer.Ordinal).Count(), 0);
    }
}

/// <summary>What became of the items that no listing of a pull has.</summary>
/// <param name="Removed">Items removed.</param>
/// <param name="MovedAway">Of these, items that the tracker still gives in another place.</param>
/// <param name="Missing">Items that are lacking for the first time, and stay.</param>
internal readonly record struct Gone(int Removed, int MovedAway, int Missing);
