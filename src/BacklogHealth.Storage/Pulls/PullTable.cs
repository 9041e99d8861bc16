using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Pulls;

/// <summary>Pulls: begun, finished, looked up.</summary>
internal static class PullTable
{
    /// <summary>Begins a pull. What an unfinished one has stored stays; what it has listed is forgotten, and it may not write any more.</summary>
    public static async Task<PullRun> Begin(Session session, string team, PullKey key, bool full, DateTimeOffset now)
    {
        var teamNo = await TeamTable.NumberOf(session, team);
        var values = new { teamNo, key.Scope, readAs = NumberOf(key.Mapping) };
        var known = await session.First<Known>("SELECT scope, cursor FROM team WHERE team_no = @teamNo", values);
        var anew = full || !key.Scope.Equals(known?.Scope, StringComparison.Ordinal);
        var cursor = anew ? null : known?.Cursor ?? await CursorOfUnfinished(session, teamNo);
        if (anew)
        {
            await ForgetStamps(session, teamNo);
            await session.Run("UPDATE team SET scope = @Scope, read_as = @readAs WHERE team_no = @teamNo", values);
        }

        await session.Run("UPDATE team SET cursor = @cursor WHERE team_no = @teamNo", new { cursor, teamNo });
        await session.Run("DELETE FROM listed WHERE pull_no IN (SELECT pull_no FROM pull WHERE team_no = @teamNo)", values);
        await session.Run("DELETE FROM pull WHERE team_no = @teamNo AND finished_at IS NULL", values);
        var number = await session.First<long>(
            "INSERT INTO pull (team_no, started_at, read_as, anew) VALUES (@teamNo, @at, @readAs, @anew) RETURNING pull_no",
            new { teamNo, at = now.UtcTicks, values.readAs, anew = anew ? 1 : 0 });
        return new PullRun(team, number, now, anew, cursor);
    }

    /// <summary>A pull that may still write.</summary>
    /// <exception cref="StoreException">It was finished, or another one has begun.</exception>
    public static async Task<OpenPull> Open(Session session, PullRun run) =>
        await session.First<OpenPull>("SELECT team_no, pull_no, read_as, anew, cursor FROM pull WHERE pull_no = @Number AND finished_at IS NULL", new { run.Number })
        ?? throw new StoreException(
            StoreFault.Superseded,
            $"Team {run.Team}: this pull has ended, or another pull of the team has begun. Expected one pull of a team at a time. Wait for the other one to end; what it stores is whole.");

    /// <summary>Has every item of a pull fetched anew: whatever was stored before proves nothing any more.</summary>
    public static async Task FetchAnew(Session session, OpenPull pull)
    {
        await ForgetStamps(session, pull.TeamNo);
        await session.Run("UPDATE pull SET anew = 1 WHERE pull_no = @PullNo", new { pull.PullNo });
    }

    /// <summary>Keeps where the tracker's record of changes stood at a listing. The first listing's is the earlier one, and with it nothing is lost.</summary>
    public static Task KeepCursor(Session session, OpenPull pull, string cursor) =>
        session.Run("UPDATE pull SET cursor = COALESCE(cursor, @cursor) WHERE pull_no = @PullNo", new { cursor = CleanText.Of(cursor), pull.PullNo });

    /// <summary>Ends a pull with its result.</summary>
    public static async Task Finish(Session session, PullRun run, PullResult result)
    {
        await session.Run(
            "UPDATE pull SET finished_at = @at, result = @json WHERE pull_no = @Number",
            new { at = result.FinishedAt.UtcTicks, json = CleanText.Of(JsonSerializer.Serialize(result, StoreJson.Default.PullResult)), run.Number });
        await session.Run("DELETE FROM listed WHERE pull_no = @Number", new { run.Number });
    }

    /// <summary>The result of the last finished pull; null where there was none.</summary>
    public static async Task<PullResult?> Last(Session session, string team)
    {
        var teamNo = await TeamTable.NumberOf(session, team);
        var json = await session.First<string?>("SELECT result FROM pull WHERE team_no = @teamNo AND finished_at IS NOT NULL ORDER BY pull_no DESC LIMIT 1", new { teamNo });
        return json is null ? null : JsonSerializer.Deserialize(json, StoreJson.Default.PullResult);
    }

    // A mapping may be long and stands in every row: it is kept as the first 64 bits of its hash.
    private static long NumberOf(string mapping) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(mapping)));

    private static Task<int> ForgetStamps(Session session, long teamNo) =>
        session.Run("UPDATE item SET stamp = NULL WHERE team_no = @teamNo AND stamp IS NOT NULL", new { teamNo });

    // A pull that fetched everything anew stored nothing older than its own listing: where it was killed, the next one goes on from there.
    private static Task<string?> CursorOfUnfinished(Session session, long teamNo) =>
        session.First<string?>("SELECT cursor FROM pull WHERE team_no = @teamNo AND finished_at IS NULL AND anew = 1 ORDER BY pull_no DESC LIMIT 1", new { teamNo });

    private sealed class Known
    {
        public string? Scope { get; init; }

        public string? Cursor { get; init; }
    }
}

/// <summary>A pull that has begun, as it stands in the database.</summary>
internal sealed class OpenPull
{
    public long TeamNo { get; init; }

    public long PullNo { get; init; }

    /// <summary>The mapping that its items are read under.</summary>
    public long ReadAs { get; init; }

    /// <summary>1 where everything is fetched anew.</summary>
    public int Anew { get; init; }

    /// <summary>Where the tracker's record of changes stood at its listing; null while no listing is whole.</summary>
    public string? Cursor { get; init; }
}
