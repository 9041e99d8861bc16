namespace BacklogHealth.Storage;

/// <summary>What makes a run of a job one and the same, however many clocks strike.</summary>
/// <param name="Job">Name of the job.</param>
/// <param name="Slot">Which of its times: the local time at which it was due, as <c>2026-11-23T07:00</c>.</param>
public sealed record RunKey(string Job, string Slot);

/// <summary>How far a run has come.</summary>
public enum RunState
{
    /// <summary>It is to be done, or to be tried again.</summary>
    Waiting = 0,

    /// <summary>Somebody is at it.</summary>
    Running = 1,

    /// <summary>It was done.</summary>
    Done = 2,

    /// <summary>It could not be done, and is not tried again.</summary>
    Failed = 3,

    /// <summary>It was left out: a newer one took its place, or it was so late that settings want it left out.</summary>
    Skipped = 4,
}

/// <summary>One run of a job.</summary>
/// <param name="Key">What makes it one and the same.</param>
/// <param name="DueAt">When it was due (UTC).</param>
/// <param name="State">How far it has come.</param>
/// <param name="Attempts">How often it was begun, those times left out after which it was to go on and nothing had gone wrong.</param>
/// <param name="StartedAt">When it was last begun (UTC); null where it was not.</param>
/// <param name="NextAt">When a waiting one is to be tried again (UTC); null for at once.</param>
/// <param name="EndedAt">When it came to its end (UTC); null where it has not.</param>
/// <param name="Note">What it came to, or why it failed; null where there is nothing to say.</param>
public sealed record JobRun(RunKey Key, DateTimeOffset DueAt, RunState State, int Attempts, DateTimeOffset? StartedAt, DateTimeOffset? NextAt, DateTimeOffset? EndedAt, string? Note);

/// <summary>A run that is ours to do until its lease ends. Whoever lost the lease cannot write any more: each claim has a higher token.</summary>
/// <param name="Number">The row.</param>
/// <param name="Token">Rises with each claim.</param>
/// <param name="Run">The run as it was claimed.</param>
public sealed record ClaimedRun(long Number, long Token, JobRun Run);
