using BacklogHealth.Jobs;
using BacklogHealth.Scheduling;
using BacklogHealth.Storage;

namespace BacklogHealth.Json;

/// <summary>A job of <c>serve</c>: when it is due, and what became of it. Instants are UTC.</summary>
/// <param name="Job">Its name.</param>
/// <param name="Schedule">Its schedule, as a cron expression; <c>off</c> where it is switched off.</param>
/// <param name="TimeZone">The zone of the schedule.</param>
/// <param name="Next">When it is due next; null for never.</param>
/// <param name="Last">Its latest run; null where there was none.</param>
/// <param name="LastError">What its latest failed run said, where none was done since; null for nothing.</param>
/// <param name="DoneAt">When a run of it was last done; null where none was.</param>
/// <param name="Blocked">Why no run of it is begun before a time to come; null where nothing keeps it.</param>
internal sealed record JobJson(string Job, string Schedule, string TimeZone, string? Next, JobRunJson? Last, string? LastError, string? DoneAt, string? Blocked)
{
    /// <summary>So many runs are looked at for the last that was done.</summary>
    public const int Looked = 50;

    public static JobJson From(Job job, Slot? next, IReadOnlyList<JobRun> newest, DateTimeOffset now)
    {
        var done = newest.FirstOrDefault(r => r.State == RunState.Done);
        var failed = newest.TakeWhile(r => r.State != RunState.Done).FirstOrDefault(r => r.State != RunState.Skipped && r.Attempts > 0 && r.Note is not null);
        return new(job.Name, job.Schedule.Cron, job.Zone.Id, UtcInstant.Text(next?.At), newest.Count == 0 ? null : JobRunJson.From(newest[0]), failed?.Note, UtcInstant.Text(done?.EndedAt), Slots.Ahead(newest, now));
    }
}

/// <summary>One run of a job.</summary>
/// <param name="Slot">Which of its times: on the clock of its zone.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="State">waiting, running, done, failed or skipped.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="StartedAt">When it was last begun; null where it was not.</param>
/// <param name="EndedAt">When it ended; null where it has not.</param>
/// <param name="NextAt">When it is tried again; null where it is not, or at once.</param>
/// <param name="Note">What it came to.</param>
internal sealed record JobRunJson(string Slot, string DueAt, string State, int Attempts, string? StartedAt, string? EndedAt, string? NextAt, string? Note)
{
    public static JobRunJson From(JobRun run) => new(
        run.Key.Slot, UtcInstant.Text(run.DueAt), NameOf(run.State), run.Attempts, UtcInstant.Text(run.StartedAt), UtcInstant.Text(run.EndedAt), UtcInstant.Text(run.NextAt), run.Note);

    private static string NameOf(RunState state) => state switch
    {
        RunState.Waiting => "waiting",
        RunState.Running => "running",
        RunState.Done => "done",
        RunState.Failed => "failed",
        _ => "skipped",
    };
}
