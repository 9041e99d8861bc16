using System.Collections.Immutable;

namespace BacklogHealth.Core.Forecasting;

/// <summary>How often statements held that were given one chance or a little more.</summary>
/// <param name="Said">Mean of the chances that the forecasts gave these statements, 0 to 1; 0 where none was made.</param>
/// <param name="Held">How often they held; its probability is the chance that was asked for.</param>
public sealed record ReliabilityPoint(double Said, HeldBefore Held)
{
    // Among the eleven chances of a steady diagram, one lies outside of an interval of 95 % about every other time: 5 % are shared among all.
    private const double Luck = 2.838;

    /// <summary>Whether the share that held lies off what was said by more than luck explains, the number of chances looked at allowed for: below (−1), above (1), or not (0).</summary>
    public int Off => Held.Within(Luck) is var luck && luck.To < Said ? -1 : luck.From > Said ? 1 : 0;

    internal static ReliabilityPoint Of(double asked, IEnumerable<HowManyPoint> points, Func<HowManyPoint, SaidHowMany> who)
    {
        var said = points
            .SelectMany(p => who(p).Chances.Where(c => c.Asked == asked).Select(c => new { c.Chance, Held = p.Actual >= c.Items }))
            .ToList();
        return new ReliabilityPoint(said.Count == 0 ? 0 : said.Average(s => s.Chance), new HeldBefore(asked, said.Count(s => s.Held), said.Count));
    }
}

/// <summary>One chance of a reliability diagram, by the method that forecasts rest on and by the usual one.</summary>
/// <param name="Asked">The chance asked for, one of <see cref="Backtest.Asked"/>.</param>
/// <param name="Ours">Said and held.</param>
/// <param name="Usual">The same of the usual method.</param>
public sealed record Reliability(double Asked, ReliabilityPoint Ours, ReliabilityPoint Usual);

/// <summary>
/// What a walk through a history showed of "at least so many items within so many days": said against held, and how far forecasts lay from what came.
/// <para>
/// Statements count as they are made, in whole items, and each stands at the chance that its forecast gave it, not at the one that was asked for: of
/// whole items hardly any number has a chance of exactly 85 %. So nothing has to be drawn at random, and "52 of 61" is what a reader would have counted.
/// </para>
/// </summary>
/// <param name="Days">Length of the horizon in calendar days.</param>
/// <param name="From">The first point: first day of its horizon.</param>
/// <param name="To">The last point.</param>
/// <param name="Points">Number of points.</param>
/// <param name="Diagram">The reliability diagram, one entry for each of <see cref="Backtest.Asked"/>.</param>
/// <param name="Crps">Mean CRPS over the points, in items; smaller is better.</param>
/// <param name="UsualCrps">The same of the usual method.</param>
/// <param name="Gain">Where the mean of the differences (the usual method's CRPS less ours) lies with 95 % certainty, in items; unbounded where there is one point.</param>
public sealed record BacktestRecord(
    int Days, DateOnly From, DateOnly To, int Points, ImmutableArray<Reliability> Diagram, double Crps, double UsualCrps, (double From, double To) Gain)
{
    /// <summary>Points from which on a diagram is worth drawing.</summary>
    public const int Enough = 10;

    /// <summary>The entry of a chance, one of <see cref="Backtest.Asked"/>.</summary>
    public Reliability At(double asked) => Diagram.Single(d => d.Asked == asked);

    /// <summary>The record of points of one horizon, oldest first; null where there is none.</summary>
    public static BacktestRecord? Of(IReadOnlyList<HowManyPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count == 0)
        {
            return null;
        }

        return new BacktestRecord(
            points[0].Days, points[0].AsOf, points[^1].AsOf, points.Count,
            [.. Backtest.Asked.Select(asked => new Reliability(
                asked, ReliabilityPoint.Of(asked, points, p => p.Said), ReliabilityPoint.Of(asked, points, p => p.Naive)))],
            points.Average(p => p.Said.Crps), points.Average(p => p.Naive.Crps), MeanOf([.. points.Select(p => p.Naive.Crps - p.Said.Crps)]));
    }

    // The bell curve's interval of a mean.
    private static (double From, double To) MeanOf(IReadOnlyList<double> differences)
    {
        if (differences.Count < 2)
        {
            return (double.NegativeInfinity, double.PositiveInfinity);
        }

        var mean = differences.Average();
        var variance = differences.Sum(d => (d - mean) * (d - mean)) / (differences.Count - 1);
        var half = 1.959964 * Math.Sqrt(variance / differences.Count);
        return (mean - half, mean + half);
    }
}
