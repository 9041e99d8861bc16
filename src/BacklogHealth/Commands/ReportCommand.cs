using System.Collections.Immutable;
using System.CommandLine;
using BacklogHealth.Printing;
using BacklogHealth.Reports;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>report</c>: makes reports from stored data.</summary>
internal static class ReportCommand
{
    private static readonly string[] Known = ["html", "md", "json", "csv", "pdf"];
    private static readonly Argument<string> For = new("AUDIENCE") { Description = "product-owner, coach, stakeholder or all." };
    private static readonly Option<string> Format = new("--format") { Description = "html, md, json, csv (a file for each table and chart), pdf; several separated by commas (default: html).", HelpName = "FORMATS", DefaultValueFactory = _ => "html" };
    private static readonly Option<string?> Gate = new("--fail-below") { Description = "Exit code 6 where a median is lower, for example clarity=60 or slicing=70.", HelpName = "SCORE=N" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "report", "Makes reports from stored data.",
            "report all", "report product-owner --team Checkout --out monday --format html,md", "report coach --as-of 2026-03-02", "report stakeholder --format pdf", "report all --format csv --out numbers",
            "report product-owner --fail-below clarity=60")
        {
            For, RunCommand.Out, Format, Gate, SharedOptions.Team, SharedOptions.AsOf,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var request = new ReportRequest(AudiencesOf(call.Get(For)!), FormatsOf(call.Get(Format)!), call.Get(RunCommand.Out) ?? call.Settings.ReportFolder);
        (request, var printing) = WithPrinter(call, request);
        var gate = HealthGate.Parse(call.Get(Gate));
        await using var store = await call.OpenStore(cancellation);
        var run = new HealthRun(store, call.Settings, call.Host.Time, call.Screen);
        var day = call.PastDay;
        var code = await call.EachTeam(
            store,
            async team =>
            {
                var delivered = await run.FromStore(team, day, request, cancellation);
                return ExitCodes.Join([RunCommand.Tell(call, delivered), gate?.Check(delivered.Forecast.Health, call.Screen) ?? ExitCode.Done]);
            },
            cancellation);
        return ExitCodes.Join([printing, code]);
    }

    /// <summary>The request with what prints it; without PDF where nothing can, which is told once and does not keep the other forms from being written.</summary>
    private static (ReportRequest Request, ExitCode Code) WithPrinter(Call call, ReportRequest request)
    {
        if (!request.Formats.Contains("pdf"))
        {
            return (request, ExitCode.Done);
        }

        try
        {
            return (request with { Printer = new PdfPrinter(PdfBrowser.Find(call.Settings.ReportBrowser, call.Host.Variables), call.Host.Time) }, ExitCode.Done);
        }
        catch (UserError e) when (request.Formats.Length > 1)
        {
            call.Screen.Warn(e.Message);
            return (request with { Formats = request.Formats.Remove("pdf") }, e.Code);
        }
    }

    private static ImmutableArray<Audience> AudiencesOf(string name)
    {
        if (name == "all")
        {
            return [.. Audiences.All];
        }

        var names = Audiences.All.ToDictionary(Audiences.NameOf, a => a, StringComparer.Ordinal);
        var nearest = NearestWord.To(name, names.Keys.Append("all"));
        return names.TryGetValue(name, out var audience)
            ? [audience]
            : throw UserError.Usage($"backlog-health report: found '{name}'; expected product-owner, coach, stakeholder or all.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
    }

    private static ImmutableArray<string> FormatsOf(string list)
    {
        ImmutableArray<string> formats = [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        var unknown = formats.FirstOrDefault(f => !Known.Contains(f, StringComparer.Ordinal));
        return unknown is null && formats.Length > 0
            ? formats
            : throw UserError.Usage($"--format: found '{unknown ?? list}'; expected html, md, json, csv or pdf. Correct it.");
    }
}
