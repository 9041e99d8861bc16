using System.Text.Json.Nodes;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The three answers that stand on top: is the backlog healthy, what first, how sure is the date.</summary>
internal sealed class TopAnswers : ReportPart
{
    public override string Id => "answers";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Answers([RunwayInWords.Of(report, $"Is the backlog healthy?"), NextInWords.Of(report), DateInWords.Of(report)]);
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["runway"] = RunwayInWords.Numbers(report),
        ["next"] = NextInWords.Numbers(report),
        ["date"] = report.Answers.Sure.Delivery is { } delivery ? DateInWords.Numbers(delivery) : null,
        ["dateState"] = report.Answers.Sure.Judged.State?.ToString(),
    };
}
