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

    /// <summary>When a job is due next; null for never.</summary>
    public Slot? Next(Job job) => job.Schedule.Next(time.GetUtcNow(), job.Zone);
}
