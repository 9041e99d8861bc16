using System.CommandLine;
using BacklogHealth.Connectors;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>run</c>: the whole flow for every team.</summary>
internal static class RunCommand
{
    public static readonly Option<string?> Out = new("--out") { Description = "Folder for the reports (default: the setting Reports:Folder).", HelpName = "DIR" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("run", "The whole flow: pull, store, score, forecast, report, deliver.", "run", "run --team Checkout --out friday") { Out, SharedOptions.Team };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var request = ReportRequest.All(call.Get(Out) ?? call.Settings.ReportFolder);
        HealthRun.ReadAhead(call.Settings, request);
        await using var store = await call.OpenStore(cancellation);
        var teams = await call.Teams(store, cancellation);
        var portfolio = new PortfolioStep(call.Settings, request, call.Screen);
        var code = await call.Each(teams, team => Team(call, store, team, request, portfolio, cancellation), cancellation);
        return ExitCodes.Join([code, Tell(call, await portfolio.Write(teams, cancellation))]);
    }

    // A team whose tracker cannot be read still gets its report, from what is stored, and says so; its exit code tells.
    private static async Task<ExitCode> Team(Call call, BacklogStore store, Team team, ReportRequest request, PortfolioStep portfolio, CancellationToken cancellation)
    {
        var run = new HealthRun(store, call.Settings, call.Host.Time, call.Screen);
        if (team.Connection is null)
        {
            return Keep(await run.FromStore(team, null, request, cancellation, isRun: true));
        }

        try
        {
            return Keep(await run.Whole(team, request, cancellation));
        }
        catch (TrackerException e) when (Faults.Explain(e) is { } fault)
        {
            call.Screen.Warn(fault.Message);
            var known = (await store.Teams(cancellation)).Any(t => t.Name == team.Name);
            if (known && await store.LastPull(team.Name, cancellation) is { } last && (last.ProvenAt is not null || last.Stored > 0))
            {
                call.Screen.Warn(FormattableString.Invariant($"{team.Name}: the reports show the data of {last.ProvenAt ?? last.FinishedAt:yyyy-MM-dd HH:mm} UTC."));
                Keep(await run.FromStore(team, null, request, cancellation, isRun: true));
            }

            return fault.Code;
        }

        ExitCode Keep(Delivered delivered)
        {
            portfolio.Add(delivered.Forecast);
            return Tell(call, delivered);
        }
    }

    /// <summary>Prints what was written, and why a form could not be; the code tells of both, and of how complete the data are.</summary>
    public static ExitCode Tell(Call call, Delivered delivered) => ExitCodes.Join([delivered.Forecast.Stored.Code, Tell(call, delivered.Saved)]);

    /// <summary>Prints paths, one a line, on standard output, and why a form could not be written.</summary>
    public static ExitCode Tell(Call call, Saved saved)
    {
        foreach (var file in saved.Files)
        {
            call.Host.Output.WriteLine(file);
        }

        foreach (var fault in saved.Faults)
        {
            call.Screen.Warn(fault.Message);
        }

        return ExitCodes.Join([.. saved.Faults.Select(f => f.Code)]);
    }
}
