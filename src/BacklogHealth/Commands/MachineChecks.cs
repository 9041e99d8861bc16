using System.Globalization;
using BacklogHealth.Printing;
using BacklogHealth.Running;

namespace BacklogHealth.Commands;

/// <summary>What the doctor looks at on this machine: settings first, since all else rests on them.</summary>
internal static class MachineChecks
{
    private const long FewestFreeBytes = 200L * 1024 * 1024;

    /// <summary>All of them.</summary>
    public static async Task<List<DoctorCheck>> Of(Call call, CancellationToken cancellation) =>
    [
        await Look("settings", () => $"{Count(call.Settings.Teams.Length, "team")}, {Count(call.Settings.Connections.Length, "connection")}{(call.Merged.FileFound ? $" in {call.ConfigFile}" : $"; {call.ConfigFile} is not there, defaults hold")}"),
        await Look("clock", () => string.Create(CultureInfo.InvariantCulture, $"{call.Now:yyyy-MM-dd HH:mm:ss} UTC")),
        await Look("time zones", StartChecks.TimeZones),
        await Look("languages", StartChecks.Languages),
        await Look("fonts", StartChecks.Fonts),
        await Pdf(call),
        await DoctorCheck.Look("database", () => Database(call, cancellation)),
        await Look("disk", FreeDisk),
    ];

    // Reports do without it, so a machine that has none is well.
    private static async Task<DoctorCheck> Pdf(Call call)
    {
        var check = await Look("PDF", () => $"{PdfBrowser.Find(call.Settings.ReportBrowser, call.Host.Variables)} prints it");
        return check.Code == ExitCode.Failed ? check with { Code = ExitCode.Done } : check;
    }

    private static async Task<string> Database(Call call, CancellationToken cancellation)
    {
        await using var store = await call.OpenStore(cancellation);
        return FormattableString.Invariant($"{call.Settings.Storage} opens; {Count((await store.Teams(cancellation)).Count, "team")} stored");
    }

    private static string Count(int number, string one) => FormattableString.Invariant($"{number} {one}{(number == 1 ? "" : "s")}");

    private static string FreeDisk()
    {
        var drive = new DriveInfo(Path.GetFullPath("."));
        var free = drive.AvailableFreeSpace;
        return free >= FewestFreeBytes
            ? string.Create(CultureInfo.InvariantCulture, $"{free / 1024.0 / 1024 / 1024:0.0} GiB free")
            : throw new UserError(ExitCode.Failed, string.Create(CultureInfo.InvariantCulture, $"only {free / 1024 / 1024} MiB are free. Free some space: a database and reports need at least 200 MiB."));
    }

    private static Task<DoctorCheck> Look(string what, Func<string> look) => DoctorCheck.Look(what, () => Task.FromResult(look()));
}
