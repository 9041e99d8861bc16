using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Each team in a few lines, in the order of settings. Teams are not compared and nothing is added up over them.</summary>
internal sealed class TeamsInPortfolio : PortfolioPart
{
    public override string Id => "teams";

    public override IEnumerable<Block> Blocks(PortfolioContext report)
    {
        yield return new Heading(Finding(report.Portfolio.Teams));
        yield return new Paragraph($"Teams stand in the order of the settings. Their items are not of one size, so that they are not compared and nothing is added up over them.", Tone.Note);
        yield return new Groups([.. report.Teams.Zip(report.Portfolio.Teams, (team, told) => TeamInWords.Of(report, team, told).ToImmutableArray())]);
    }

    public override JsonObject Numbers(PortfolioContext report) => new()
    {
        ["teams"] = new JsonArray([.. report.Teams.Zip(report.Portfolio.Teams, TeamInWords.Numbers)]),
    };

    private static Sentence Finding(ImmutableArray<PortfolioTeam> teams)
    {
        var known = teams.Where(t => t.Healthy.State is not null).ToList();
        var kept = known.Count(t => t.Healthy.State == AnswerState.Keep);
        return (kept, known.Count) switch
        {
            (_, 0) => $"How long ready work lasts is not known of any team",
            (0, 2) when teams.Length == 2 => $"Neither of the two teams has as much ready work as is wanted",
            (2, 2) when teams.Length == 2 => $"Both teams have as much ready work as is wanted",
            (0, var all) when all == teams.Length => $"None of the {all} teams has as much ready work as is wanted",
            var (some, all) when some == all && all == teams.Length => $"All {all} teams have as much ready work as is wanted",
            var (some, all) when all == teams.Length => $"{some} of {all} teams {some:has|have} as much ready work as is wanted",
            var (some, all) => $"{some} of the {all:one team|# teams} of which it is known {some:has|have} as much ready work as is wanted",
        };
    }
}
