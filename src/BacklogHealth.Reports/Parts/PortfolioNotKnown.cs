using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What a portfolio cannot know, all of it.</summary>
internal sealed class PortfolioNotKnown : PortfolioPart
{
    public override string Id => "not-known";

    public override IEnumerable<Block> Blocks(PortfolioContext report)
    {
        yield return new Heading($"What is not known");
        yield return new Bullets([.. Gaps.All(report), .. Always(report)]);
    }

    private static IEnumerable<Sentence> Always(PortfolioContext report)
    {
        if (report.Teams.Any(t => t.Health.NextFourWeeks.Enough))
        {
            yield return $"Forecasts know how the pace of each team has moved so far. Changes in the teams, and what slows several at once, are not in them.";
        }

        var unclear = report.Teams.Where(t => t.NotReady.Count > 0).Select(t => Say.Short(t.Health.Team, 40)).ToList();
        if (unclear.Count > 0)
        {
            yield return $"Some of what comes next at {unclear} is not described well enough to be started yet; it may turn out larger than it looks.";
        }
    }
}
