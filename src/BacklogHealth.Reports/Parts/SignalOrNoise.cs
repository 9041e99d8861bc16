using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Which weeks and which items differ from the others by more than chance.</summary>
internal sealed class SignalOrNoise : ReportPart
{
    public override string Id => "signal-or-noise";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading($"What to ask about, and what is noise");
        yield return new SideBySide(
        [
            new ProcessBehaviourChart(report.Numbers.WeekByWeek).ToFigure(report.Voice),
            new ProcessBehaviourChart(report.Numbers.ItemByItem).ToFigure(report.Voice),
        ]);
    }
}
