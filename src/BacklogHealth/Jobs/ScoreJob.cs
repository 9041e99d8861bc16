using System.Globalization;

namespace BacklogHealth.Jobs;

/// <summary>Scores and forecasts every team on what is stored, and keeps what was found and said.</summary>
internal static class ScoreJob
{
    /// <summary>Does it.</summary>
    public static async Task<JobEnd> Do(JobWork work, CancellationToken cancellation)
    {
        var teams = await Team.All(work.Settings, work.Store, cancellation);
        var run = new HealthRun(work.Store, work.Settings, work.Time, work.Screen);
        var items = 0;
        var ends = await JobWork.Each(
            teams,
            async team =>
            {
                items += (await run.Snapshot(team, cancellation)).Health.Open.Length;
                return new JobEnd(ExitCode.Done, "");
            },
            cancellation);
        return JobEnd.Join(ends, () => string.Create(CultureInfo.InvariantCulture, $"{items:#,0} open items of {teams.Count} {(teams.Count == 1 ? "team" : "teams")} scored."));
    }
}
