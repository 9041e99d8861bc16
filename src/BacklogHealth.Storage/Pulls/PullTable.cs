using System.Text.Json;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Pulls;

/// <summary>Pulls: begun, finished, looked up.</summary>
internal static class PullTable
{
    /// <summary>Begins a pull. What an unfinished one has stored stays; what it has listed is forgotten, and it may not write any more.</summary>
    public static async Task<PullRun> Begin(Session session, string team, string fingerprint, bool full, DateTimeOffset now)
    {
        var teamNo = await TeamTable.NumberOf(session, team);
        var values = new { teamNo, fingerprint };
        var known = await session.First<string?>("SELECT fingerprint FROM team WHERE team_no = @teamNo", values);
        var all = full || !fingerprint.Equals(known, StringComparison.Ordinal);
        if (all)
        {
            await session.Run("UPDATE item SET stamp = NULL WHERE team_no = @teamNo", values);
            await session.Run("UPDATE team SET fingerprint = @fingerprint WHERE team_no = @teamNo", values);
        }

        await session.Run("DELETE FROM listed WHERE pull_no IN (SELECT pull_no FROM pull WHERE team_no = @teamNo)", values);
        await session.Run("DELETE FROM pull WHERE team_no = @teamNo AND finished_at IS NULL", values);
        var number = await session.First<long>("INSERT INTO pull (team_no, started_at) VALUES (@teamNo, @at) RETURNING pull_no", new { teamNo, at = now.UtcTicks });
        return new PullRun(team, number, now, all);
    }

    /// <summary>The team of a pull that may still write.</summary>
    /// <exception cref="StoreException">It was finished, or another one has begun.</exception>
    public static async Task<long> TeamOf(Session session, PullRun run) =>
        await session.First<long?>("SELECT team_no FROM pull WHERE pull_no = @Number AND finished_at IS NULL", run)
        ?? throw new StoreException(
            StoreFault.Superseded,
            $"Team {run.Team}: this pull has ended, or another pull of the team has begun. Expected one pull of a team at a time. Wait for the other one to end; what it stores is whole.");

    /// <summary>Ends a pull with its result.</summary>
    public static async Task Finish(Session session, PullRun run, PullResult result)
    {
        await session.Run(
            "UPDATE pull SET finished_at = @at, result = @json WHERE pull_no = @Number",
            new { at = result.FinishedAt.UtcTicks, json = CleanText.Of(JsonSerializer.Serialize(result, StoreJson.Default.PullResult)), run.Number });
        await session.Run("DELETE FROM listed WHERE pull_no = @Number", run);
    }

    /// <summary>The result of the last finished pull; null where there was none.</summary>
    public static async Task<PullResult?> Last(Session session, string team)
    {
        var teamNo = await TeamTable.NumberOf(session, team);
        var json = await session.First<string?>("SELECT result FROM pull WHERE team_no = @teamNo AND finished_at IS NOT NULL ORDER BY pull_no DESC LIMIT 1", new { teamNo });
        return json is null ? null : JsonSerializer.Deserialize(json, StoreJson.Default.PullResult);
    }
}
