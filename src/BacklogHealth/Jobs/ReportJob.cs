using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Steps;

namespace BacklogHealth.Jobs;

/// <summary>Writes the reports of all teams, and the portfolio, into the folder for reports.</summary>
internal static class ReportJob
{
    /// <summary>Does it.</summary>
    public static async Task<JobEnd> Do(JobWork work, CancellationToken cancellation)
    {
        var teams = await Team.All(work.Settings, work.Store, cancellation);
        var request = ReportRequest.All(work.Settings.ReportFolder);
        var run = new HealthRun(work.Store, work.Settings, work.Time, work.Screen);
        var portfolio = new PortfolioStep(work.Settings, request, work.Screen);
        var files = 0;
        var ends = (await JobWork.Each(
            teams,
            async team =>
            {
                var delivered = await run.FromStore(team, null, request, cancellation);
                portfolio.Add(delivered.Forecast);
                return Told(delivered.Saved);
            },
            cancellation)).ToImmutableArray();
        ends = [.. ends, .. await JobWork.Each(["portfolio"], async _ => Told(await portfolio.Write(teams, cancellation)), cancellation)];
        return JobEnd.Join(ends, () => string.Create(CultureInfo.InvariantCulture, $"{files} files written."));

        JobEnd Told(Saved saved)
        {
            files += saved.Files.Length;
            return new JobEnd(ExitCodes.Join(saved.Faults.Select(f => f.Code)), string.Join(' ', saved.Faults.Select(f => f.Message)));
        }
    }
}
