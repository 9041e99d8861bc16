using System.CommandLine;
using System.Globalization;
using BacklogHealth.Json;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Settings;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>doctor</c>: looks at everything a run needs, and says of each what it found and what to do.</summary>
internal static class DoctorCommand
{
    private const long FewestFreeBytes = 200L * 1024 * 1024;

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("doctor", "Checks settings, credentials, clock, time zones, fonts, database and disk.", "doctor", "doctor --json") { SharedOptions.Json };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var checks = new List<(DoctorCheckJson Check, ExitCode Code)>
        {
            Look("settings", () => $"{call.Settings.Teams.Length} teams, {call.Settings.Connections.Length} connections{(call.Merged.FileFound ? $" in {call.ConfigFile}" : $"; {call.ConfigFile} is not there, defaults hold")}"),
            Look("clock", () => string.Create(CultureInfo.InvariantCulture, $"{call.Now:yyyy-MM-dd HH:mm:ss} UTC")),
            Look("time zones", () => Zones.Find("Europe/Berlin") is { } zone ? $"{zone.Id} is known" : throw UserError.Usage("Europe/Berlin is unknown here. Install the time zone data of the system (package tzdata).")),
            Look("fonts", () => ChartSelfTest.HasText() ? "a chart was drawn, and it has text" : throw new UserError(ExitCode.Failed, "a chart was drawn without text. The font files beside the program are missing: install it anew.")),
        };
        checks.Add(await LookAsync("database", async () =>
        {
            await using var store = await call.OpenStore(cancellation);
            return FormattableString.Invariant($"{call.Settings.Storage.ConnectionString} opens; {(await store.Teams(cancellation)).Count} teams stored");
        }));
        checks.Add(Look("disk", FreeDisk));
        if (checks[0].Check.Ok)
        {
            foreach (var team in call.Settings.Teams.Where(t => t.Connection.Length > 0))
            {
                checks.Add(await LookAsync($"{team.Connection}, team {team.Name}", () => Connection(call, team, cancellation)));
            }
        }

        Print(call, [.. checks.Select(c => c.Check)]);
        return ExitCodes.Join(checks.Select(c => c.Code));
    }

    private static async Task<string> Connection(Call call, TeamSettings team, CancellationToken cancellation)
    {
        var connection = call.Settings.Connections.First(c => c.Name == team.Connection);
        using var tracker = Trackers.Open(new Team(team.Name, team, connection), call.Host.Time);
        var profile = await tracker.Describe(cancellation);
        var notes = profile.Notes.IsEmpty ? "" : $"; {string.Join(" ", profile.Notes)}";
        return FormattableString.Invariant($"project {team.Project} can be read: {profile.Workflow.States.Count} states, {profile.Sprints.Length} sprints{notes}");
    }

    private static string FreeDisk()
    {
        var drive = new DriveInfo(Path.GetFullPath("."));
        var free = drive.AvailableFreeSpace;
        return free >= FewestFreeBytes
            ? string.Create(CultureInfo.InvariantCulture, $"{free / 1024.0 / 1024 / 1024:0.0} GiB free")
            : throw new UserError(ExitCode.Failed, string.Create(CultureInfo.InvariantCulture, $"only {free / 1024 / 1024} MiB are free. Free some space: a database and reports need at least 200 MiB."));
    }

    private static (DoctorCheckJson, ExitCode) Look(string what, Func<string> look) => LookAsync(what, () => Task.FromResult(look())).GetAwaiter().GetResult();

    private static async Task<(DoctorCheckJson Check, ExitCode Code)> LookAsync(string what, Func<Task<string>> look)
    {
        try
        {
            return (new DoctorCheckJson(what, true, await look(), null), ExitCode.Done);
        }
        catch (Exception e) when (Faults.Explain(e) is { } known)
        {
            return (new DoctorCheckJson(what, false, "", known.Message), known.Code);
        }
    }

    private static void Print(Call call, IReadOnlyList<DoctorCheckJson> checks)
    {
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, new DoctorJson("backlog-health/doctor/1", checks.All(c => c.Ok), checks), indented: true);
            return;
        }

        foreach (var check in checks)
        {
            call.Host.Output.WriteLine(check.Ok ? $"OK    {check.What}: {check.Found}" : $"MEND  {check.What}: {check.Todo}");
        }
    }
}
