using System.Collections.Immutable;
using BacklogHealth.Printing;
using BacklogHealth.Reports;
using BacklogHealth.Settings;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Steps;

/// <summary>Which reports, in which forms, and where to.</summary>
/// <param name="Audiences">For whom.</param>
/// <param name="Formats"><c>html</c>, <c>md</c>, <c>json</c>, <c>csv</c>, <c>pdf</c>.</param>
/// <param name="Folder">The folder they are written to.</param>
internal sealed record ReportRequest(ImmutableArray<Audience> Audiences, ImmutableArray<string> Formats, string Folder)
{
    /// <summary>What prints; needed for <c>pdf</c> alone.</summary>
    public PdfPrinter? Printer { get; init; }

    /// <summary>True for the story map of each team, too.</summary>
    public bool StoryMap { get; init; }

    /// <summary>True for the page of each team on what can be told and what cannot, too.</summary>
    public bool WhatWeCanTell { get; init; }

    /// <summary>True for the teams in one report, too, where there are two or more.</summary>
    public bool Portfolio { get; init; }

    /// <summary>All reports, as pages.</summary>
    public static ReportRequest All(string folder) => new([.. Reports.Audiences.All], ["html"], folder) { StoryMap = true, WhatWeCanTell = true, Portfolio = true };
}

/// <summary>Rendered reports with the forecast they show.</summary>
/// <param name="Forecast">The forecast.</param>
/// <param name="Reports">The reports by the names that files have for them.</param>
internal sealed record Reported(Forecasted Forecast, ImmutableArray<(string Name, RenderedReport Report)> Reports);

/// <summary>Report: renders what was scored and forecast. Saves nothing.</summary>
internal static class ReportStep
{
    /// <summary>Renders the reports on one team that are asked for, side by side: each has its own sentences and pictures, and they share their numbers.</summary>
    public static async Task<Reported> Render(Forecasted forecast, ReportRequest request, AppSettings settings, CancellationToken cancellation)
    {
        using var step = TimedStep.OfTeam("report", forecast.Health.Team);
        var input = Input(forecast, settings);
        SpentMemory.LetGo();
        IEnumerable<(string Name, Func<RenderedReport> Render)> wanted =
        [
            .. request.Audiences.Select(a => (Audiences.NameOf(a), (Func<RenderedReport>)(() => ReportWriter.Render(a, input)))),
            .. request.StoryMap ? [(ReportNames.StoryMap, () => ReportWriter.StoryMap(input))] : Array.Empty<(string, Func<RenderedReport>)>(),
            .. request.WhatWeCanTell ? [(ReportNames.WhatWeCanTell, () => ReportWriter.WhatWeCanTell(input))] : Array.Empty<(string, Func<RenderedReport>)>(),
        ];
        var reports = await Task.WhenAll(wanted.Select(w => Task.Run(() => (w.Name, Written(w.Render(), request)), cancellation)));
        return step.Done(new Reported(forecast, [.. reports]));
    }

    /// <summary>What a report is made from.</summary>
    public static ReportInput Input(Forecasted forecast, AppSettings settings)
    {
        var words = forecast.Stored.Team.Words;
        return new ReportInput(forecast.Health, f => new FindingWords(words.Message(f), words.Question(f), words.Missing(f)), new ReportOptions { StakeholdersSee = settings.StakeholdersSee });
    }

    // Now, while the screen says what takes the time: what delivers only saves.
    private static RenderedReport Written(RenderedReport report, ReportRequest request)
    {
        foreach (var format in request.Formats)
        {
            _ = format switch { "md" => report.Markdown, "json" => report.Json, "csv" => report.Csv, _ => (object)report.Html };
        }

        return report;
    }
}
