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
    private static readonly Argument<string> For = new("AUDIENCE") { Description = "product-owner, coach, stakeholder, story-map, what-we-can-tell, portfolio or all." };
    private static readonly Option<string> Format = new("--format") { Description = "html, md, json, csv (a file for each table and chart), pdf; several separated by commas (default: html).", HelpName = "FORMATS", DefaultValueFactory = _ => "html" };
    private static readonly Option<string?> Gate = new("--fail-below") { Description = "Exit code 6 where a median is lower, for example clarity=60 or slicing=70.", HelpName = "SCORE=N" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "report", "Makes reports from stored data.",
            "report all", "report product-owner --team Checkout --out monday --format html,md", "report coach --as-of 2026-03-02", "report portfolio", "report stakeholder --format pdf", "report all --format csv --out numbers",
            "report product-owner --fail-below clarity=60")
        {
            For, RunCommand.Out, Format, Gate, SharedOptions.Team, SharedOptions.AsOf,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var request = Asked(call.Get(For)!, FormatsOf(call.Get(Format)!), call.Get(RunCommand.Out) ?? call.Settings.ReportFolder);
        (request, var printing) = WithPrinter(call, request);
        var gate = HealthGate.Parse(call.Get(Gate));
        HealthRun.ReadAhead(call.Settings, request);
        await using var store = await call.OpenStore(cancellation);
        var run = new HealthRun(store, call.Settings, call.Host.Time, call.Screen);
        var day = call.PastDay;
        var teams = await call.Teams(store, cancellation);
        if (call.Get(For) == ReportNames.Portfolio && teams.Count == 1)
        {
            throw UserError.Usage($"backlog-health report portfolio: found one team, {teams[0].Name}; expected two or more, which a portfolio puts side by side. {(call.Get(SharedOptions.Team) is { Length: > 0 } ? "Name another with --team, or leave --team out" : $"Add another under Teams in {call.ConfigFile}")}; for one team, run `{Product.CommandLine} report stakeholder`.");
        }

        var portfolio = new PortfolioStep(call.Settings, request, call.Screen);
        var code = await call.Each(
            teams,
            async team =>
            {
                var delivered = await run.FromStore(team, day, request, cancellation);
                portfolio.Add(delivered.Forecast);
                return ExitCodes.Join([RunCommand.Tell(call, delivered), gate?.Check(delivered.Forecast.Health, call.Screen) ?? ExitCode.Done]);
            },
            cancellation);
        return ExitCodes.Join([printing, code, RunCommand.Tell(call, await portfolio.Write(teams, cancellation))]);
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

    private static ReportRequest Asked(string name, ImmutableArray<string> formats, string folder)
    {
        var none = new ReportRequest([], formats, folder);
        var names = Audiences.All.ToDictionary(Audiences.NameOf, a => none with { Audiences = [a] }, StringComparer.Ordinal);
        names.Add(ReportNames.StoryMap, none with { StoryMap = true });
        names.Add(ReportNames.WhatWeCanTell, none with { WhatWeCanTell = true });
        names.Add(ReportNames.Portfolio, none with { Portfolio = true });
        names.Add("all", ReportRequest.All(folder) with { Formats = formats });
        var nearest = NearestWord.To(name, names.Keys);
        return names.TryGetValue(name, out var asked)
            ? asked
            : throw UserError.Usage($"backlog-health report: found '{name}'; expected product-owner, coach, stakeholder, story-map, what-we-can-tell, portfolio or all.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
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
