using System.Text.Json.Nodes;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The three answers that stand on top of a portfolio: what moved most, what is promised and at risk, what is not known.</summary>
internal sealed class PortfolioAnswers : PortfolioPart
{
    public override string Id => "answers";

    public override IEnumerable<Block> Blocks(PortfolioContext report)
    {
        yield return new Answers([MovedMost.Of(report), AtRisk.Of(report), Gaps.Of(report)]);
    }

    public override JsonObject Numbers(PortfolioContext report) => new()
    {
        ["changes"] = MovedMost.Numbers(report),
        ["promises"] = AtRisk.Numbers(report),
        ["known"] = Gaps.Numbers(report),
    };
}
