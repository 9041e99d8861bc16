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
        await using var store = await call.OpenStore(cancellation);
        var request = ReportRequest.All(call.Get(Out) ?? call.Settings.ReportFolder);
        return await call.EachTeam(store, team => Team(call, store, team, request, cancellation), cancellation);
    }

    // A team whose tracker cannot be read still gets its report, from what is stored, and says so; its exit code tells.
    private static async Task<ExitCode> Team(Call call, BacklogStore store, Team team, ReportRequest request, CancellationToken cancellation)
    {
        var run = new HealthRun(store, call.Settings, call.Host.Time, call.Screen);
        if (team.Connection is null)
        {
            return Tell(call, await run.FromStore(team, null, request, cancellation, isRun: true));
        }

        try
        {
            return Tell(call, await run.Whole(team, request, cancellation));
        }
        catch (TrackerException e) when (Faults.Explain(e) is { } fault)
        {
            call.Screen.Warn(fault.Message);
            var known = (await store.Teams(cancellation)).Any(t => t.Name == team.Name);
            if (known && await store.LastPull(team.Name, cancellation) is { } last && (last.ProvenAt is not null || last.Stored > 0))
            {
                call.Screen.Warn(FormattableString.Invariant($"{team.Name}: the reports show the data of {last.ProvenAt ?? last.FinishedAt:yyyy-MM-dd HH:mm} UTC."));
                Tell(call, await run.FromStore(team, null, request, cancellation, isRun: true));
            }

            return fault.Code;
        }
    }

    /// <summary>Prints the paths of what was written, one a line, on standard output, and why a form could not be.</summary>
    public static ExitCode Tell(Call call, Delivered delivered)
    {
        foreach (var file in delivered.Files)
        {
            call.Host.Output.WriteLine(file);
        }

        foreach (var fault in delivered.Faults)
        {
            call.Screen.Warn(fault.Message);
        }

        return ExitCodes.Join([delivered.Forecast.Scored.Stored.Code, .. delivered.Faults.Select(f => f.Code)]);
    }
}
