using System.Collections.Immutable;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Pulls;

/// <summary>Counts what the listings of a pull hold beside what is stored.</summary>
internal static class CensusCounts
{
    private const string NotListed = "NOT EXISTS (SELECT 1 FROM listed l WHERE l.pull_no = @pull AND l.id = item.id)";

    /// <summary>The counts.</summary>
    public static async Task<Census> Of(Session session, PullRun run)
    {
        var pull = await PullTable.Open(session, run);
        var values = new { team = pull.TeamNo, pull = pull.PullNo };
        var byListing = (await session.Query<Count>("SELECT listings AS kind, COUNT(*) AS items FROM listed WHERE pull_no = @pull GROUP BY listings", values))
            .ToDictionary(c => c.Kind, c => c.Items);
        var (first, second, both) = (byListing.GetValueOrDefault(1), byListing.GetValueOrDefault(2), byListing.GetValueOrDefault(3));
        var unlisted = (await session.Query<Count>(
                $"""
                SELECT CASE WHEN not_visible_since IS NOT NULL THEN 2 WHEN missing_since IS NOT NULL THEN 1 ELSE 0 END AS kind, COUNT(*) AS items
                FROM item WHERE team_no = @team AND removed_at IS NULL AND {NotListed} GROUP BY 1
                """,
                values))
            .ToDictionary(c => c.Kind, c => c.Items);
        return new Census(
            first + second + both, first + both, second + both, first, second,
            await session.First<int>("SELECT COUNT(*) FROM item WHERE team_no = @team AND removed_at IS NULL", values),
            unlisted.GetValueOrDefault(0), unlisted.GetValueOrDefault(1), unlisted.GetValueOrDefault(2),
            await session.First<int>("SELECT COUNT(*) FROM listed WHERE pull_no = @pull AND outcome = 0", values));
    }

    /// <summary>Ids of stored items that are there and visible as far as is known, and that no listing has; in ordinal order.</summary>
    public static async Task<ImmutableArray<string>> Missing(Session session, PullRun run, int count)
    {
        var pull = await PullTable.Open(session, run);
        return [.. await session.Query<string>(
            $"SELECT id FROM item WHERE team_no = @team AND removed_at IS NULL AND not_visible_since IS NULL AND {NotListed} ORDER BY id LIMIT @count",
            new { team = pull.TeamNo, pull = pull.PullNo, count })];
    }

    private sealed class Count
    {
        public int Kind { get; init; }

        public int Items { get; init; }
    }
}
