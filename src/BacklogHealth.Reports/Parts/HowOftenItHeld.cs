using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How often such statements came true, and what they rest on, in plain words.</summary>
internal sealed class HowOftenItHeld : ReportPart
{
    public override string Id => "record";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading("How often such statements came true");
        yield return new Paragraph(Sentence(report));
        yield return new SideBySide([new ThroughputRunChart(report.Numbers.Throughput, report.Today).ToFigure()]);
    }

    private static Line Sentence(ReportContext report)
    {
        var records = report.Health.Deliveries.Select(d => d.When.HeldBefore).Append(report.Health.NextFourWeeks.HeldBefore).Where(h => h is { Of: > 0 }).ToList();
        return records.Count == 0
            ? "There is no record yet: the history is too short to look back and check."
            : Line.Of("We went back through this team's history and made the same statement at past points. What we said of 17 of 20 futures came true ", Line.Strong($"{Say.Number(records[0]!.Times)} of {Say.Count(records[0]!.Of, "time")}"), $"; 17 of 20 would have been {Say.Number((int)Math.Round(records[0]!.Of * 0.85))}.");
    }
}
