using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Forecasting.Scope;

/// <summary>What was added while so many items were finished.</summary>
/// <param name="Finished">Items finished, 0 or more.</param>
/// <param name="Added">Items added meanwhile, 0 or more.</param>
public sealed record AddedSeen(int Finished, int Added);

/// <summary>What is believed of the items added for each finished one: a gamma distribution, as wide as the rate differed from case to case.</summary>
/// <param name="Cases">Cases it was learned from.</param>
/// <param name="Finished">Items finished in them.</param>
/// <param name="Added">Items added in them.</param>
/// <param name="Shape">Shape of the distribution, above 0.</param>
/// <param name="Exposure">Its inverse scale in finished items, above 0.</param>
public sealed record AddedRate(int Cases, int Finished, int Added, double Shape, double Exposure)
{
    private static readonly ImmutableArray<double> Shapes = [.. Enumerable.Range(-4, 21).Select(i => Math.Pow(2, i / 2.0))];

    /// <summary>Items added for each finished one, on average.</summary>
    public double Mean => Shape / Exposure;

    /// <summary>Learns it by maximum likelihood from the cases in which anything was finished; null where these are fewer than <paramref name="fewest"/>.</summary>
    public static AddedRate? Learn(IEnumerable<AddedSeen> cases, int fewest)
    {
        var seen = cases.Where(c => c.Finished > 0).ToList();
        if (seen.Count < fewest)
        {
            return null;
        }

        var (finished, added) = (seen.Sum(c => c.Finished), seen.Sum(c => c.Added));
        var shape = Shapes.MaxBy(s => seen.Sum(c => new AddedRate(0, 0, 0, s, s / MeanOf(finished, added)).LogOf(c.Added, c.Finished)));
        return new AddedRate(seen.Count, finished, added, shape, shape / MeanOf(finished, added));
    }

    // Half an item more, so that a rate of nought is not taken for certain.
    private static double MeanOf(int finished, int added) => (added + 0.5) / finished;

    /// <summary>Logarithm of the probability that so many finished items bring so many added ones: Poisson, its rate gamma.</summary>
    public double LogOf(int added, int finished) =>
        NegativeBinomial.LogGamma(Shape + added) - NegativeBinomial.LogGamma(Shape) - NegativeBinomial.LogGamma(added + 1.0)
        + (Shape * Math.Log(Exposure / (Exposure + finished))) + (added * Math.Log(finished / (Exposure + finished)));
}
