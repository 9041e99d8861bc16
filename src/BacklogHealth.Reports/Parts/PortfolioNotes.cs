using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What a reader must know before the first number: teams that are missing, data that are incomplete.</summary>
internal sealed class PortfolioNotes : PortfolioPart
{
    public override string Id => "notes";

    public override IEnumerable<Block> Blocks(PortfolioContext report)
    {
        if (!report.Missing.IsEmpty)
        {
            yield return new Paragraph($"**Nothing is known of {report.Missing}**: {report.Missing.Length:this team is|these teams are} not in this report.", Tone.Banner);
        }

        foreach (var team in report.Incomplete)
        {
            yield return new Paragraph($"{Say.Short(team.Health.Team, 60)}: {OpeningNotes.Incomplete(team)}", Tone.Banner);
        }
    }
}
