using BacklogHealth.Core.Health;
using BacklogHealth.Reports;
using BacklogHealth.Settings;

namespace BacklogHealth.Steps;

/// <summary>Keeps what the teams' reports were made from, team by team, and writes the one report on all of them.</summary>
internal sealed class PortfolioStep(AppSettings settings, ReportRequest request, Screen screen)
{
    private readonly List<ReportInput> _known = [];

    /// <summary>Keeps a team, where a portfolio is asked for.</summary>
    public void Add(Forecasted forecast)
    {
        if (request.Portfolio)
        {
            _known.Add(ReportStep.Input(forecast, settings));
        }
    }

    /// <summary>Writes the portfolio; gives the paths of its files, none where fewer than two teams are asked for or known.</summary>
    /// <param name="teams">The teams asked for; those that were not added are named as missing.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Saved> Write(IReadOnlyList<Team> teams, CancellationToken cancellation)
    {
        if (!request.Portfolio || teams.Count < 2)
        {
            return new Saved([], []);
        }

        if (_known.Count < 2)
        {
            screen.Warn($"portfolio: of {teams.Count} teams {_known.Count switch { 0 => "none", _ => "only one" }} could be told of, so it was not written. Expected two or more. Mend what is said above, then run this again.");
            return new Saved([], []);
        }

        var missing = teams.Select(t => t.Name).Where(n => !_known.Exists(k => k.Health.Team == n)).ToList();
        var shared = settings.Deliveries.Where(d => d.Teams.Length > 1).Select(d => new SharedDelivery(d.Name, d.Teams)).ToList();
        var report = await screen.Working("drawing the portfolio", _ => Task.Run(() => ReportWriter.Portfolio(_known, shared, missing), cancellation));
        return await DeliverStep.Save(report, ReportNames.Portfolio, _known.Max(k => k.Health.AsOf), request, cancellation);
    }
}
