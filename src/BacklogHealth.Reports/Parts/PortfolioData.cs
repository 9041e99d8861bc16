using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>From what and how everything above was computed, team by team.</summary>
internal sealed class PortfolioData : PortfolioPart
{
    public override string Id => "data-and-method";

    public override IEnumerable<Block> Blocks(PortfolioContext report)
    {
        yield return new Heading($"Data and method");
        foreach (var team in report.Teams)
        {
            var health = team.Health;
            yield return new Paragraph(
                Sentence.Join(
                    $"**{Say.Short(health.Team, 60)}**, {team.Instant(health.AsOf)} ({health.Calendar.Zone.Id}).", DataAndMethod.Source(team),
                    health.NotRebuilt.Length > 0 && !team.OnlyFinishDates ? DataAndMethod.Rebuilt(health) : Sentence.None,
                    DataAndMethod.Method(health.NextFourWeeks, health), $"Data state {health.DataState}."),
                Tone.Note);
        }

        var versions = report.Teams.Select(t => t.Health.Version).Distinct(StringComparer.Ordinal).ToImmutableArray();
        yield return new Paragraph($"BacklogHealth {versions}. This report speaks of teams and never of persons, ranks no team, adds nothing up over teams, and prints its own misses beside its forecasts.", Tone.Note);
    }
}
