using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How much is finished a week, and what is getting old.</summary>
internal sealed class PaceAndAge : ReportPart
{
    public override string Id => "pace";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading($"Pace, age and the date");
        yield return new SideBySide(
        [
            report.Shared.Throughput,
            report.Shared.Ageing,
            Outlook.Figure(report),
            .. Outlook.Curve(report),
        ]);
    }
}
