using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How items flow: age, cycle time, pace and what piles up.</summary>
internal sealed class FlowOfWork : ReportPart
{
    public override string Id => "flow";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading($"How the work flows");
        yield return new SideBySide(
        [
            report.Shared.Ageing,
            new CycleTimeScatterplot(report.Numbers.CycleTime).ToFigure(report.Voice),
            new CumulativeFlowDiagram(report.Numbers.CumulativeFlow).ToFigure(report.Voice),
            report.Shared.Throughput,
            new WipRunChart(report.Numbers.Wip).ToFigure(report.Voice),
            report.Shared.Arrivals,
            new TimeInStateChart(report.Numbers.TimeInState).ToFigure(report.Voice),
            new EstimateAgainstCycleTime(report.Numbers.Estimates).ToFigure(report.Voice),
        ]);
    }
}
