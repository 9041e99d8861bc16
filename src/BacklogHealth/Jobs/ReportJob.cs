using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Delivery;
using BacklogHealth.Reports;
using BacklogHealth.Steps;

namespace BacklogHealth.Jobs;

/// <summary>Writes the reports of all teams, and the portfolio, into the folder for reports, and keeps them among those of the past.</summary>
internal static class ReportJob
{
    /// <summary>Does it.</summary>
    public static async Task<JobEnd> Do(JobWork work, CancellationToken cancellation)
    {
        var request = ReportRequest.All(work.Settings.ReportFolder);
        HealthRun.ReadAhead(work.Settings, request);
        var teams = await Team.All(work.Settings, work.Store, cancellation);
        var run = new HealthRun(work.Store, work.Settings, work.Time, work.Screen);
        var portfolio = new PortfolioStep(work.Settings, request, work.Screen);
        var files = 0;
        var ends = (await JobWork.Each(
            teams,
            async team =>
            {
                var delivered = await run.FromStore(team, null, request, cancellation);
                portfolio.Add(delivered.Forecast);
                await Keep(team.Name, DeliverStep.FileName(team.Name), delivered.Saved);
                return Told(delivered.Saved);
            },
            cancellation)).ToImmutableArray();
        ends = [.. ends, .. await JobWork.Each(["portfolio"], async _ => Told(await Portfolio()), cancellation)];
        return JobEnd.Join(ends, () => string.Create(CultureInfo.InvariantCulture, $"{files} files written."));

        async Task<Saved> Portfolio()
        {
            var saved = await portfolio.Write(teams, cancellation);
            await Keep(ReportNames.Portfolio, "", saved);
            return saved;
        }

        // A kept report is named after the report alone: its folder tells the team.
        async Task Keep(string team, string prefix, Saved saved)
        {
            var kept = new List<ParcelFile>();
            foreach (var file in work.Keeping is null ? [] : saved.Files)
            {
                var name = Path.GetFileName(file);
                kept.Add(new ParcelFile(prefix.Length > 0 ? name[(prefix.Length + 1)..] : name, await File.ReadAllBytesAsync(file, cancellation)));
            }

            await (work.Keeping?.Keep(work.Due, null, [(team, kept)], cancellation) ?? Task.FromResult<string?>(null));
        }

        JobEnd Told(Saved saved)
        {
            files += saved.Files.Length;
            return new JobEnd(ExitCodes.Join(saved.Faults.Select(f => f.Code)), string.Join(' ', saved.Faults.Select(f => f.Message)));
        }
    }
}
