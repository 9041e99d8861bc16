using System.Collections.Immutable;
using BacklogHealth.Printing;
using BacklogHealth.Reports;
using BacklogHealth.Settings;

namespace BacklogHealth.Steps;

/// <summary>Which reports, in which forms, and where to.</summary>
/// <param name="Audiences">For whom.</param>
/// <param name="Formats"><c>html</c>, <c>md</c>, <c>json</c>, <c>csv</c>, <c>pdf</c>.</param>
/// <param name="Folder">The folder they are written to.</param>
internal sealed record ReportRequest(ImmutableArray<Audience> Audiences, ImmutableArray<string> Formats, string Folder)
{
    /// <summary>What prints; needed for <c>pdf</c> alone.</summary>
    public PdfPrinter? Printer { get; init; }

    /// <summary>All three, as pages.</summary>
    public static ReportRequest All(string folder) => new([Audience.ProductOwner, Audience.Coach, Audience.Stakeholder], ["html"], folder);
}

/// <summary>Rendered reports with the forecast they show.</summary>
internal sealed record Reported(Forecasted Forecast, ImmutableArray<(Audience Audience, RenderedReport Report)> Reports);

/// <summary>Report: renders what was scored and forecast. Saves nothing.</summary>
internal static class ReportStep
{
    /// <summary>Renders the reports asked for.</summary>
    public static Reported Render(Forecasted forecast, ReportRequest request, AppSettings settings)
    {
        var words = forecast.Scored.Stored.Team.Words;
        var input = new ReportInput(forecast.Health, f => new FindingWords(words.Message(f), words.Question(f), words.Missing(f)), new ReportOptions { StakeholdersSee = settings.StakeholdersSee });
        return new Reported(forecast, [.. request.Audiences.Select(a => (a, Written(ReportWriter.Render(a, input), request)))]);
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
