using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports;

/// <summary>Writes reports. A pure function: the same input gives the same bytes.</summary>
public static class ReportWriter
{
    /// <summary>One report on one team as a page, as text and as numbers.</summary>
    /// <param name="audience">Whom it is for.</param>
    /// <param name="input">What it is made from.</param>
    /// <exception cref="FileNotFoundException">The fonts that ship with the program are not there.</exception>
    public static RenderedReport Render(Audience audience, ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var report = new ReportContext(input, audience);
        var parts = ReportBook.For(report);
        var page = new Page(
            ReportBook.TitleFor(audience, Say.Short(input.Health.Team, 80)), Lead(report), report.Voice,
            [.. parts.Select(p => new Section(p.Id, [.. p.Blocks(report)]))]);
        return new RenderedReport(HtmlPage.Write(page), MarkdownPage.Write(page), JsonPage.Write(page, report, parts));
    }

    private static string Lead(ReportContext report)
    {
        var health = report.Health;
        var local = TimeZoneInfo.ConvertTime(health.AsOf, health.Calendar.Zone);
        var compared = health.LastWeek is { } week && !report.OnlyFinishDates ? $" · compared with {Say.Day(health.Calendar.DayOf(week.AsOf), health.Today)}" : "";
        return Say.Text($"{Say.Weekday(health.Today)} {Say.FullDay(health.Today)}, {local:HH:mm} ({health.Calendar.Zone.Id}) · {(report.OnlyFinishDates ? "" : Say.Count(report.OpenItems, "open item") + " · ")}{Known(report)}{compared}");
    }

    /// <summary>How much of all there is to know was read, on whatever day it lies.</summary>
    private static string Known(ReportContext report) => report.Health.Data switch
    {
        { Complete: true } when report.FromFile => $"all {Say.Count(report.Health.Data.Stored, "item")} of the file read",
        { OldButWhole: true } data => $"{Say.Count(data.Stored, "item")}, read {report.Instant(data.ProvenAt!.Value)}",
        { InTracker: { } all } data => $"{Say.Of(data.Stored, all, "item")}, {(data.Complete ? "complete" : "incomplete")}",
        var data => $"{Say.Count(data.Stored, "item")}, {(data.Complete ? "complete" : "incomplete")}",
    };
}
