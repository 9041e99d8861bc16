namespace BacklogHealth.Storage;

/// <summary>A pull that has begun. It may write until it is finished or another pull of the same team begins.</summary>
/// <param name="Team">The team.</param>
/// <param name="Number">Its number in the database.</param>
/// <param name="StartedAt">When it began (UTC).</param>
/// <param name="Full">True where everything is fetched anew: the first pull, another scope, or asked for.</param>
/// <param name="Cursor">
/// Where the tracker's own record of changes stood at the listing that everything stored is at least as new as; null where there is none, or
/// everything is fetched anew.
/// </param>
public sealed record PullRun(string Team, long Number, DateTimeOffset StartedAt, bool Full, string? Cursor = null);
