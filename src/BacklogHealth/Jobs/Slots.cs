using System.Globalization;
using BacklogHealth.Scheduling;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Jobs;

/// <summary>
/// Turns time into rows: writes the run of a job's latest slot, if nobody has. So a clock that strikes twice, late, or on two nodes at once does no harm, and one
/// that slept through ten slots leads to one run.
/// </summary>
internal sealed class Slots(RunLedger runs, TimeProvider time)
{
    /// <summary>Writes the latest slot of a job, to be done, or as left out where settings want that of late ones.</summary>
    /// <returns>True where there is a new run to do.</returns>
    public async Task<bool> Note(Job job, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (job.Schedule.Latest(now, job.Zone) is not { } slot)
        {
            return false;
        }

        var skipped = job.Misfire == Misfire.Skip && slot.IsLate(now)
            ? string.Create(CultureInfo.InvariantCulture, $"Left out, since it was due {(now - slot.At).TotalHours:0} hours before anything ran.")
            : null;
        return await runs.Add(new RunKey(job.Name, slot.Period), slot.At, skipped, cancellation) && skipped is null;
    }

    /// <summary>
    /// Where a run was noted whose time has not come, a clock went ahead then or is behind now; nobody here can know which, and to do an old slot anew might send an old
    /// report. So nothing is noted before that time has come, and this says so; null where all is well.
    /// </summary>
    public async Task<string?> Ahead(Job job, CancellationToken cancellation) =>
        Ahead(await runs.Newest(job.Name, 1, cancellation), time.GetUtcNow()) is { } warning ? $"{job.Name}: {warning}" : null;

    /// <summary>The same of runs that were read, without the job's name.</summary>
    /// <param name="newest">Runs of a job, the newest first.</param>
    /// <param name="now">The clock.</param>
    public static string? Ahead(IReadOnlyList<JobRun> newest, DateTimeOffset now) =>
        newest is [var run, ..] && run.DueAt > now + Slot.Late
            ? string.Create(CultureInfo.InvariantCulture, $"its latest run is of {run.DueAt:yyyy-MM-dd HH:mm} UTC, and the clock of this machine says {now:yyyy-MM-dd HH:mm} UTC. Expected a clock that only goes forward. Nothing of it is done before that time: set the clock right, if it is behind; if it was ahead then, restore a backup from before.")
            : null;

    /// <summary>When a job is due next; null for never.</summary>
    public Slot? Next(Job job) => job.Schedule.Next(time.GetUtcNow(), job.Zone);
}
