using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Teams;

/// <summary>The table of teams.</summary>
internal static class TeamTable
{
    /// <summary>All teams, by name.</summary>
    public static async Task<IReadOnlyList<StoredTeam>> All(Session session) =>
        [.. (await session.Query<StoredTeam>("SELECT name, connection, source, time_zone AS TimeZone, browse_url AS BrowseUrl FROM team"))
            .OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Writes a team; one of the same name is changed.</summary>
    public static Task Save(Session session, StoredTeam team) =>
        session.Run(
            """
            INSERT INTO team (name, connection, source, time_zone, browse_url) VALUES (@Name, @Connection, @Source, @TimeZone, @BrowseUrl)
            ON CONFLICT (name) DO UPDATE SET connection = excluded.connection, source = excluded.source, time_zone = excluded.time_zone, browse_url = excluded.browse_url
            """,
            team);

    /// <summary>Number of a team.</summary>
    /// <exception cref="StoreException">There is no team of that name.</exception>
    public static async Task<long> NumberOf(Session session, string team)
    {
        if (await session.First<long?>("SELECT team_no FROM team WHERE name = @team", new { team }) is { } number)
        {
            return number;
        }

        var known = string.Join(", ", (await All(session)).Select(t => t.Name));
        throw new StoreException(
            StoreFault.Settings,
            $"Team {team}: the database does not know it. Expected {(known.Length == 0 ? "a team that was pulled or imported before (there is none yet)" : "one of: " + known)}. Name one of them, or pull or import this team first.");
    }

    /// <summary>What the tracker said of the team's place in it; empty where it was never asked.</summary>
    public static async Task<TrackerProfile> Profile(Session session, long teamNo) =>
        StoredProfile.Read(await session.First<string?>("SELECT profile FROM team WHERE team_no = @teamNo", new { teamNo }));

    /// <summary>Writes what the tracker said.</summary>
    public static Task SaveProfile(Session session, long teamNo, TrackerProfile profile) =>
        session.Run("UPDATE team SET profile = @json WHERE team_no = @teamNo", new { json = CleanText.Of(StoredProfile.Write(profile)), teamNo });
}
