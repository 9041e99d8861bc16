using System.Text.Json.Nodes;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What the next four weeks bring, and how often such statements held.</summary>
internal sealed class HowSure : ReportPart
{
    public override string Id => "how-sure";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading("How much to expect, and how far to trust it");
        yield return new Paragraph(Outlook.NextFourWeeks(report));
        if (report.Health.NextFourWeeks.Enough)
        {
            yield return new Paragraph(RecordInWords.Long(report.Health.NextFourWeeks.HeldBefore));
        }
    }

    public override JsonObject Numbers(ReportContext report)
    {
        var forecast = report.Health.NextFourWeeks;
        return new JsonObject
        {
            ["days"] = forecast.Days,
            ["atLeast"] = new JsonArray([.. forecast.AtLeast.Select(a => new JsonObject { ["probability"] = a.Probability, ["items"] = a.Items })]),
            ["heldBefore"] = forecast.HeldBefore is { } held ? new JsonObject { ["probability"] = held.Probability, ["times"] = held.Times, ["of"] = held.Of } : null,
            ["enough"] = forecast.Enough,
            ["reason"] = forecast.WhyNot,
        };
    }
}
