using System.Globalization;
using BacklogHealth.Core.Health;
using BacklogHealth.Steps;

namespace BacklogHealth.Jobs;

/// <summary>
/// Looks which forecasts of earlier days have come due, and whether they came true. What came of them is told from history each time, so nothing is lost where
/// a night is; reports tell the same record.
/// </summary>
internal static class PromisesJob
{
    private const int Days = 7;

    /// <summary>Does it.</summary>
    public static async Task<JobEnd> Do(JobWork work, CancellationToken cancellation)
    {
        var told = new List<string>();
        var ends = await JobWork.Each(
            await Team.All(work.Settings, work.Store, cancellation),
            async team =>
            {
                var stored = await StoreStep.AlreadyThere(team, work.Store, cancellation);
                // What changed in a week is no matter here, and would take as long again.
                var scored = await ScoreStep.Of(stored, work.Store, null, work.Time, cancellation);
                var health = (await ForecastStep.Of(scored, work.Store, work.Settings, cancellation)).Health;
                told.Add($"{team.Name}: {Said(health.Promises, stored.Calendar.DayOf(health.AsOf))}");
                return new JobEnd(ExitCode.Done, "");
            },
            cancellation);
        return JobEnd.Join(ends, () => told.Count == 0 ? "There is no team." : string.Join(' ', told));
    }

    /// <summary>What came due in the seven days before a day, and what came of all before.</summary>
    public static string Said(PromiseRecord record, DateOnly today)
    {
        var due = record.All.Where(p => p.Held is not null && p.Given.Day >= today.AddDays(-Days)).ToList();
        var before = record.At(0.85);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(due.Count == 0 ? "no forecast came due" : $"of {due.Count} forecasts that came due {due.Count(p => p.Held == true)} came true")} in {Days} days; at 85 % {(before.Of == 0 ? "none came due yet" : $"{before.Times} of {before.Of} came true so far")}.");
    }
}
