using BacklogHealth.Json;

namespace BacklogHealth.Serving;

/// <summary>What became of a job, in words.</summary>
internal static class JobWords
{
    /// <summary>What came of its latest run.</summary>
    public static string Outcome(JobJson job) => job.Last switch
    {
        null => "not run yet",
        { State: "waiting", Attempts: 0, Note: { Length: > 0 } note } => note,
        { State: "waiting", Attempts: 0 } => "about to run",
        { State: "waiting", NextAt: { } next } => $"failed; the next try is at {UtcInstant.Minute(next)}",
        { State: "waiting" } => "failed; it is about to be tried again",
        { State: "running" } run => $"running since {UtcInstant.Minute(run.StartedAt!)}",
        { State: "done" } run => run.Note is { Length: > 0 } note ? note : "went well",
        { State: "skipped" } run => run.Note ?? "left out",
        _ => "failed",
    };

    /// <summary>True where somebody has to look.</summary>
    public static bool HasFailed(JobJson job) => job.LastError is not null || job.Blocked is not null;

    /// <summary>What keeps a job from being done, or what its last error says beside what stands at the teams already; null for nothing.</summary>
    public static string? ErrorBeside(JobJson job, IReadOnlyList<TeamStatusJson> teams) => job.Blocked
        ?? (teams.SelectMany(t => t.Problems).Aggregate(job.LastError, (left, problem) => left?.Replace(problem, "", StringComparison.Ordinal)) is { } rest && rest.Trim().Length > 0 ? job.LastError : null);

    /// <summary>When it was last begun, for people; "never" where it was not.</summary>
    public static string LastRun(JobJson job) => job.Last?.StartedAt is { } started ? UtcInstant.Minute(started) : job.DoneAt is { } done ? UtcInstant.Minute(done) : "never";
}
