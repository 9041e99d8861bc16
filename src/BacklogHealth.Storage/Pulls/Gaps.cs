using System.Collections.Immutable;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Pulls;

/// <summary>What is stored of a team and cannot be counted with: hidden items, states without a meaning, histories with gaps.</summary>
internal static class Gaps
{
    private const string There = "team_no = @teamNo AND removed_at IS NULL AND not_visible_since IS NULL";

    /// <summary>Items that are there and visible.</summary>
    public static Task<int> Items(Session session, long teamNo) => session.First<int>($"SELECT COUNT(*) FROM item WHERE {There}", new { teamNo });

    /// <summary>Items that our account cannot see now.</summary>
    public static Task<int> NotVisible(Session session, long teamNo) =>
        session.First<int>("SELECT COUNT(*) FROM item WHERE team_no = @teamNo AND removed_at IS NULL AND not_visible_since IS NOT NULL", new { teamNo });

    /// <summary>Of these, items that it cannot see since an instant.</summary>
    public static Task<int> NotVisibleSince(Session session, long teamNo, DateTimeOffset since) =>
        session.First<int>("SELECT COUNT(*) FROM item WHERE team_no = @teamNo AND removed_at IS NULL AND not_visible_since >= @since", new { teamNo, since = since.UtcTicks });

    /// <summary>Items that are there and whose history came only in part, or contradicts itself.</summary>
    public static Task<int> HistoryIncomplete(Session session, long teamNo) =>
        session.First<int>($"SELECT COUNT(*) FROM item WHERE {There} AND (history_complete = 0 OR states_fit = 0)", new { teamNo });

    /// <summary>States that items are in and that the tracker's workflow does not name; most items first.</summary>
    public static async Task<ImmutableArray<UnmappedState>> UnmappedStates(Session session, long teamNo)
    {
        var workflow = (await TeamTable.Profile(session, teamNo)).Workflow;
        var states = await session.Query<StateCount>(
            $"""
            SELECT s.id, s.name, c.items FROM (SELECT state_no, COUNT(*) AS items FROM item WHERE {There} GROUP BY state_no) c
            JOIN state s ON s.state_no = c.state_no
            """,
            new { teamNo });
        return
        [
            .. states.Where(s => workflow.Find(s.Id, s.Name) is null).Select(s => new UnmappedState(s.Id, s.Name, s.Items))
                .OrderByDescending(s => s.Items).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal),
        ];
    }

    private sealed class StateCount
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public int Items { get; init; }
    }
}
