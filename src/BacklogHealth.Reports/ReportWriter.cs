using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports;

/// <summary>Writes reports. A pure function: the same input gives the same bytes.</summary>
public static class ReportWriter
{
    /// <summary>One report on one team, in whatever form is then asked for.</summary>
    /// <param name="audience">Whom it is for.</param>
    /// <param name="input">What it is made from.</param>
    public static RenderedReport Render(Audience audience, ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var report = new ReportContext(input, audience);
        var parts = ReportBook.For(report);
        var page = new Page(
            ReportBook.TitleFor(audience, Say.Short(input.Health.Team, 80)), Lead(report), report.Voice,
            [.. parts.Select(p => new Section(p.Id, [.. p.Blocks(report)]))]);
        return new RenderedReport(page, report, parts);
    }

    private static Sentence Lead(ReportContext report)
    {
        var health = report.Health;
        var local = TimeZoneInfo.ConvertTime(health.AsOf, health.Calendar.Zone);
        return Sentence.JoinBy(
            " · ",
            [
                $"{health.Today:weekday} {health.Today:full}, {Say.Text($"{local:HH:mm}")} ({health.Calendar.Zone.Id})",
                report.OnlyFinishDates ? Sentence.None : $"{report.OpenItems:no open items|# open item|# open items}",
                Known(report),
                report.Before is { } before && !report.OnlyFinishDates ? $"compared with {before}" : Sentence.None,
            ]);
    }

    /// <summary>How much of all there is to know was read, on whatever day it lies.</summary>
    private static Sentence Known(ReportContext report) => report.Health.Data switch
    {
        { Complete: true } when report.FromFile => $"{report.Health.Data.Stored:no item|the one item|all # items} of the file read",
        { OldButWhole: true } data => $"{data.Stored:no items|# item|# items}, read {report.Instant(data.ProvenAt!.Value)}",
        { InTracker: { } all, Complete: true } data => $"{data.Stored} of {all:# item|# items}, complete",
        { InTracker: { } all } data => $"{data.Stored} of {all:# item|# items}, incomplete",
        { Complete: true } data => $"{data.Stored:no items|# item|# items}, complete",
        var data => $"{data.Stored:no items|# item|# items}, incomplete",
    };
}
