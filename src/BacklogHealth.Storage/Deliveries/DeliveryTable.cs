using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Deliveries;

/// <summary>The tables of what deliveries' queries found: who is found now is compared with who was found last, and only what differs is written.</summary>
internal static class DeliveryTable
{
    private const long Beginning = 0;

    /// <summary>Keeps an answer.</summary>
    public static async Task Save(Session session, string team, string query, QueryAnswer answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var stored = await FindOrAdd(session, team, query);
        if (answer.Refusal is not null)
        {
            await session.Run("UPDATE delivery_query SET refusal = @why WHERE delivery_query_no = @no", new { why = CleanText.Of(answer.Refusal), no = stored.No });
            return;
        }

        var since = stored.AnsweredAt is null ? Beginning : now.UtcTicks;
        var found = answer.Ids.Select(CleanText.Of).ToHashSet(StringComparer.Ordinal);
        var before = await Open(session, stored);
        var came = found.Except(before).ToList();
        await session.Run(
            $"UPDATE delivery_member SET until = @at WHERE delivery_query_no = @No AND until IS NULL AND id {session.In("ids")}",
            new { at = now.UtcTicks, stored.No, ids = Session.List(before.Except(found)) });

        // A stay that ended in this very instant goes on: it has the same key.
        var goesOn = await session.Run(
            $"UPDATE delivery_member SET until = NULL WHERE delivery_query_no = @No AND since = @since AND id {session.In("ids")}", new { stored.No, since, ids = Session.List(came) });
        Come(session, stored.No, goesOn == 0 ? came : came.Except(await Open(session, stored)), since);
        await session.Run("UPDATE delivery_query SET answered_at = @at, refusal = NULL WHERE delivery_query_no = @No", new { at = now.UtcTicks, stored.No });
    }

    /// <summary>Who was a member at an instant; null where the query was never answered.</summary>
    public static async Task<DeliveryMembers?> Members(Session session, string team, string query, DateTimeOffset asOf)
    {
        var stored = await Find(session, await TeamTable.NumberOf(session, team), query);
        if (stored?.AnsweredAt is not { } answered)
        {
            return null;
        }

        var ids = await session.Query<string>(
            "SELECT id FROM delivery_member WHERE delivery_query_no = @No AND since <= @at AND (until IS NULL OR until > @at) ORDER BY id", new { stored.No, at = asOf.UtcTicks });
        return new DeliveryMembers([.. ids], Instant.Of(answered), stored.Refusal);
    }

    /// <summary>How many of these ids any team of the connection has.</summary>
    public static async Task<int> CountStored(Session session, string team, IEnumerable<string> ids) =>
        await session.First<int>(
            $"""
            SELECT COUNT(DISTINCT i.id) FROM item i JOIN team t ON t.team_no = i.team_no JOIN team own ON own.connection = t.connection
            WHERE own.team_no = @team AND i.removed_at IS NULL AND i.id {session.In("ids")}
            """,
            new { team = await TeamTable.NumberOf(session, team), ids = Session.List(ids.Select(CleanText.Of)) });

    private static void Come(Session session, long no, IEnumerable<string> ids, long since)
    {
        using var rows = session.Insert("delivery_member", "delivery_query_no", "id", "since", "until");
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            rows.Add(no).Add(id).Add(since).Add((long?)null).End();
        }
    }

    private static async Task<HashSet<string>> Open(Session session, Row query) =>
        (await session.Query<string>("SELECT id FROM delivery_member WHERE delivery_query_no = @No AND until IS NULL", query)).ToHashSet(StringComparer.Ordinal);

    private static async Task<Row> FindOrAdd(Session session, string team, string query)
    {
        var teamNo = await TeamTable.NumberOf(session, team);
        if (await Find(session, teamNo, query) is { } known)
        {
            return known;
        }

        await session.Run("INSERT INTO delivery_query (team_no, hash, query) VALUES (@teamNo, @hash, @text)", new { teamNo, hash = Hash(query), text = CleanText.Of(query) });
        return (await Find(session, teamNo, query))!;
    }

    private static Task<Row?> Find(Session session, long teamNo, string query) =>
        session.First<Row>(
            "SELECT delivery_query_no AS No, answered_at AS AnsweredAt, refusal FROM delivery_query WHERE team_no = @teamNo AND hash = @hash", new { teamNo, hash = Hash(query) });

    private static string Hash(string query)
    {
        using var hash = new ContentHash();
        hash.Add(query);
        return hash.Take(16);
    }

    private sealed class Row
    {
        public long No { get; init; }

        public long? AnsweredAt { get; init; }

        public string? Refusal { get; init; }
    }
}
