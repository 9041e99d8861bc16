using System.CommandLine;
using BacklogHealth.Json;

namespace BacklogHealth.Commands;

/// <summary><c>doctor</c>: looks at everything a run needs, and says of each what it found and what to do.</summary>
internal static class DoctorCommand
{
    public static Command Make(AppHost host)
    {
        var command = new AppCommand("doctor", "Checks settings, credentials, each permission, clock, time zones, fonts, database and disk.", "doctor", "doctor --json") { SharedOptions.Json };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var checks = await MachineChecks.Of(call, cancellation);
        if (checks[0].Code == ExitCode.Done)
        {
            checks.AddRange(await DaysOffChecks.Of(call));
            checks.AddRange(await TrackerChecks.Of(call, cancellation));
        }

        Print(call, checks);
        return ExitCodes.Join(checks.Select(c => c.Code));
    }

    private static void Print(Call call, IReadOnlyList<DoctorCheck> checks)
    {
        if (call.Get(SharedOptions.Json))
        {
            var lines = checks.Select(c => new DoctorCheckJson(c.What, c.Code == ExitCode.Done, c.Found, c.Todo)).ToList();
            JsonWriting.Write(call.Host.Output, new DoctorJson("backlog-health/doctor/1", lines.All(l => l.Ok), lines), indented: true);
            return;
        }

        foreach (var check in checks)
        {
            call.Host.Output.WriteLine(check.Line);
        }
    }
}
