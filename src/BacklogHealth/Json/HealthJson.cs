namespace BacklogHealth.Json;

/// <summary>The process answers; schema <c>backlog-health/live/1</c>.</summary>
internal sealed record LiveJson(string Schema, bool Live);

/// <summary>Whether the process can do its work; schema <c>backlog-health/readiness/1</c>.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Ready">True where the database answers and holds its tables.</param>
/// <param name="Reason">Why not; null where it is.</param>
/// <param name="Teams">The age of the last proof of each team, by name, told or not.</param>
internal sealed record ReadinessJson(string Schema, bool Ready, string? Reason, IReadOnlyList<TeamAgeJson> Teams);

/// <summary>How old the last proof of one team is.</summary>
/// <param name="Team">Its name; null for who has not logged in.</param>
/// <param name="ProvenSecondsAgo">Seconds since everything was last proven to be stored; null where it never was, or where nothing is pulled.</param>
/// <param name="Stale">True where that is longer ago than settings allow, or never was.</param>
internal sealed record TeamAgeJson(string? Team, long? ProvenSecondsAgo, bool Stale)
{
    public static TeamAgeJson Of(string? team, DateTimeOffset? provenAt, bool isPulled, DateTimeOffset now, TimeSpan longest) => provenAt is { } proven
        ? new(team, Math.Max(0, (long)(now - proven).TotalSeconds), now - proven > longest)
        : new(team, null, isPulled);
}
