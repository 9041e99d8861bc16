using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Forecasting.Scope;

/// <summary>What came on top of an epic or a delivery while it was worked on.</summary>
/// <param name="Finished">Items finished in it so far.</param>
/// <param name="Added">Items of it that were created on a later day than work on it began.</param>
public readonly record struct GrowthSeen(int Finished, int Added);

/// <summary>
/// How much is added while work goes on. Each finished item brings so many new ones on average, and each of those again: a branching process, whose
/// total has an exact distribution (Borel–Tanner, mixed over what the rate may be). The rate differs from epic to epic as past ones did; what was
/// seen of the work itself counts as well.
/// </summary>
/// <param name="Epics">Past epics it was learned from.</param>
/// <param name="Finished">Items finished in them.</param>
/// <param name="Added">Items added to them.</param>
/// <param name="Shape">Shape of the gamma distribution of the rate: its mean is shape over exposure, items added for each finished one.</param>
/// <param name="Exposure">See <paramref name="Shape"/>.</param>
public sealed record ScopeGrowth(int Epics, int Finished, int Added, double Shape, double Exposure)
{
    /// <summary>Fewer epics in which anything was finished teach nothing.</summary>
    public const int FewestEpics = 5;

    // What the cut-off tail of a total may weigh; what lies behind it is called endless.
    private const double Negligible = 1e-9;

    private static readonly ImmutableArray<double> Shapes = [.. Enumerable.Range(-4, 21).Select(i => Math.Pow(2, i / 2.0))];

    /// <summary>Items added for each finished one, on average.</summary>
    public double Rate => Shape / Exposure;

    /// <summary>Learns it by maximum likelihood; null where fewer than <see cref="FewestEpics"/> epics have a finished item.</summary>
    public static ScopeGrowth? Learn(IEnumerable<GrowthSeen> epics)
    {
        var seen = epics.Where(e => e.Finished > 0).ToList();
        if (seen.Count < FewestEpics)
        {
            return null;
        }

        var (finished, added) = (seen.Sum(e => e.Finished), seen.Sum(e => e.Added));

        // Half an item more, so that a rate of nought is not taken for certain.
        var rate = (added + 0.5) / finished;
        var shape = Shapes.MaxBy(s => seen.Sum(e => LogLikelihood(e, s, s / rate)));
        return new ScopeGrowth(seen.Count, finished, added, shape, shape / rate);
    }

    /// <summary>The same, with what was seen of the work itself.</summary>
    public ScopeGrowth With(GrowthSeen own) => this with { Shape = Shape + own.Added, Exposure = Exposure + own.Finished };

    /// <summary>Work that stands at so many items now, 0 or more, with all that will be added to it.</summary>
    public Work Of(int items)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        if (items == 0)
        {
            return Work.Of(0);
        }

        // P(total = n) = items / n × P(n finished items bring n − items new ones).
        var most = (50 * items) + 500;
        var mass = new double[most + 1];
        var sum = 0.0;
        for (var n = items; n <= most && sum < 1 - Negligible; n++)
        {
            mass[n] = (double)items / n * Math.Exp(LogOf(n - items, n));
            sum += mass[n];
        }

        return new Work(Distribution.OfMass(mass, 1), Math.Max(0, 1 - sum) is > Negligible and var endless ? endless : 0);
    }

    // Logarithm of the probability that so many finished items bring so many new ones: Poisson, its rate gamma.
    private double LogOf(int added, int finished) =>
        NegativeBinomial.LogGamma(Shape + added) - NegativeBinomial.LogGamma(Shape) - NegativeBinomial.LogGamma(added + 1.0)
        + (Shape * Math.Log(Exposure / (Exposure + finished))) + (added * Math.Log(finished / (Exposure + finished)));

    private static double LogLikelihood(GrowthSeen epic, double shape, double exposure) => new ScopeGrowth(0, 0, 0, shape, exposure).LogOf(epic.Added, epic.Finished);
}
