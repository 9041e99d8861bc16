using System.Collections.Immutable;
using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Learning.Sizes;

/// <summary>How well the sizes of one project were foretold.</summary>
/// <param name="Project">The project.</param>
/// <param name="Items">Items that were foretold.</param>
/// <param name="Rank">Rank correlation; null where all are of one size, or all were put at one place.</param>
/// <param name="TooLarge">How well the largest fifth was told from the others (area under the ROC curve); null where there is none.</param>
/// <param name="Error">Mean distance from the estimate, in the project's points.</param>
/// <param name="MedianError">The same of the simple way, the middle estimate.</param>
public sealed record SizeSkill(string Project, int Items, double? Rank, double? TooLarge, double Error, double MedianError)
{
    private const double LargestFifth = 0.8;

    /// <summary>Measures each project, in the order in which they come.</summary>
    public static ImmutableArray<SizeSkill> Of(IEnumerable<SizeForecast> forecasts)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        return [.. forecasts.GroupBy(f => f.Project, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g]))];
    }

    private static SizeSkill Of(string project, List<SizeForecast> said)
    {
        var shares = Ranks.Shares(said.ConvertAll(f => f.Actual));
        return new SizeSkill(
            project, said.Count, RankCorrelation.Of(said.ConvertAll(f => (f.Rank, f.Actual))), Discrimination.Of([.. said.Select((f, i) => (f.Rank, shares[i] >= LargestFifth))]),
            said.Average(f => Math.Abs(f.Points - f.Actual)), said.Average(f => Math.Abs(f.Median - f.Actual)));
    }
}
