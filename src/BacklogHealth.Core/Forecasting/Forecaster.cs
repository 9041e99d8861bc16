using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// A way to look ahead, prepared on one history: how many items will be finished in the days to come. Everything else is read from that one
/// distribution, so that how many, when and how likely cannot contradict each other. An implementation must be monotone: P(X ≥ k) may not fall
/// as the horizon grows.
/// </summary>
public abstract class Forecaster
{
    /// <summary>The longest horizon in calendar days: two years. Beyond it no end is in sight.</summary>
    public const int LongestHorizon = 730;

    // Days by which a search for a horizon begins to look ahead.
    private const int FirstStep = 7;

    /// <summary>Name of the method, as words that begin in small letters, for footers and JSON.</summary>
    public abstract Sentence Method { get; }

    /// <summary>The history it rests on.</summary>
    public abstract HistoryUsed History { get; }

    /// <summary>The days off that it knows of, past and to come: it expects nothing on them, and does not take a week for slow because of them.</summary>
    public virtual DaysOff DaysOff => DaysOff.None;

    /// <summary>The alarm that the last weeks are unlike that history; null where they are not, or the method has no eye for it.</summary>
    public Drift? Drift { get; protected init; }

    /// <summary>See <see cref="Forecast.VisibleFall"/>.</summary>
    public virtual double? VisibleFall => null;

    /// <summary>The distribution of the items finished within so many calendar days, 1 or more.</summary>
    public abstract Distribution Items(int days);

    /// <summary>
    /// Plays futures: for each of the days, the items finished until then in each of so many futures. In each future they grow with the days, and at each
    /// day they are spread as <see cref="Items"/> says.
    /// </summary>
    /// <param name="days">Calendar days, 1 or more, ascending.</param>
    /// <param name="futures">How many.</param>
    /// <param name="random">Where chance comes from.</param>
    internal virtual int[][] Paths(IReadOnlyList<int> days, int futures, Random random)
    {
        ArgumentNullException.ThrowIfNull(days);
        var paths = new int[days.Count][];
        for (var d = 0; d < days.Count; d++)
        {
            // Days that are drawn independently: what comes between two of them is as much as comes within so many.
            paths[d] = Played(Items(days[d] - (d == 0 ? 0 : days[d - 1])), futures, random);
            for (var f = 0; f < futures && d > 0; f++)
            {
                paths[d][f] += paths[d - 1][f];
            }
        }

        return paths;
    }

    /// <summary>Numbers of a distribution, each level of probability once, in an order made of chance.</summary>
    private protected static int[] Played(Distribution items, int futures, Random random)
    {
        ArgumentNullException.ThrowIfNull(items);
        int[] played = [.. items.Quantiles([.. Enumerable.Range(0, futures).Select(i => (i + 0.5) / futures)])];
        random.Shuffle(played);
        return played;
    }

    /// <summary>P(X ≥ items) within so many calendar days, both 1 or more; the same as <see cref="Items"/> says, where that can be had for less.</summary>
    protected virtual double ChanceOf(int items, int days) => Items(days).ChanceOfAtLeast(items);

    /// <summary>The smallest number of days, 1 to <see cref="LongestHorizon"/>, within which so many items are finished with each of the probabilities; null where none suffices.</summary>
    /// <param name="items">Number of items, 1 or more.</param>
    /// <param name="probabilities">In ascending order.</param>
    public virtual ImmutableArray<int?> When(int items, IReadOnlyList<double> probabilities) => Shortest(days => ChanceOf(items, days), probabilities);

    /// <summary>The same for work whose size is not known for certain.</summary>
    public ImmutableArray<int?> When(Work work, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.Known is { } items ? When(items, probabilities) : Shortest(days => ChanceOf(work, days), probabilities);
    }

    /// <summary>The chance that work is done within so many calendar days, 1 or more.</summary>
    internal double ChanceOf(Work work, int days) => work.Known is not { } items ? work.ChanceOf(Items(days)) : items == 0 ? 1 : ChanceOf(items, days);

    /// <summary>The smallest number of days, 1 to <see cref="LongestHorizon"/>, within which a chance that grows with them reaches each of the probabilities; null where it does not.</summary>
    /// <param name="chanceWithin">The chance within so many days.</param>
    /// <param name="probabilities">In ascending order.</param>
    internal static ImmutableArray<int?> Shortest(Func<int, double> chanceWithin, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var found = ImmutableArray.CreateBuilder<int?>(probabilities.Count);
        var asked = new Dictionary<int, double>();
        var shortest = 1;
        foreach (var probability in probabilities)
        {
            // First in growing steps from where the one before was reached: short horizons are asked for less.
            var (low, high) = (shortest, LongestHorizon + 1);
            for (var step = FirstStep; low + step < high; step *= 2)
            {
                if (Distribution.Reaches(Chance(low + step), probability))
                {
                    high = low + step;
                    break;
                }

                low += step + 1;
            }

            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Distribution.Reaches(Chance(middle), probability) ? (low, middle) : (middle + 1, high);
            }

            shortest = low;
            found.Add(low > LongestHorizon ? null : low);
        }

        return found.MoveToImmutable();

        double Chance(int days)
        {
            if (!asked.TryGetValue(days, out var chance))
            {
                chance = chanceWithin(days);
                asked.Add(days, chance);
            }

            return chance;
        }
    }
}
