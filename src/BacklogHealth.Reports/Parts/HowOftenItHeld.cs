using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How often such statements came true, and what they rest on, in plain words.</summary>
internal sealed class HowOftenItHeld : ReportPart
{
    public override string Id => "record";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading($"How often such statements came true");
        yield return new Paragraph(RecordInWords.Plain(report.Health.Deliveries.Select(d => d.When.HeldBefore).FirstOrDefault(h => h is { Of: > 0 })));
        if (BacktestInWords.Plain(report.FourWeeksBack) is { IsEmpty: false } fourWeeks)
        {
            yield return new Paragraph(fourWeeks);
        }

        if (PromisesInWords.Of(report) is { IsEmpty: false } promises)
        {
            yield return new Paragraph(promises);
        }

        yield return new SideBySide([report.Shared.Throughput]);
    }
}
