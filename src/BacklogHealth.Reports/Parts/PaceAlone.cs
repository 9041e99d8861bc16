using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How much was finished a week, and nothing beside it.</summary>
internal sealed class PaceAlone : ReportPart
{
    public override string Id => "pace";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading($"How much was finished");
        yield return new SideBySide([report.Shared.Throughput]);
    }
}
