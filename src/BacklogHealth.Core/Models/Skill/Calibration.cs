using System.Collections.Immutable;

namespace BacklogHealth.Core.Models.Skill;

/// <summary>Items of about the same chance, and how many of them met the fate.</summary>
/// <param name="Said">Mean of the chances that were said, 0 to 1.</param>
/// <param name="Met">Items that met the fate.</param>
/// <param name="Items">Number of items, 1 or more.</param>
public readonly record struct SaidAndMet(double Said, int Met, int Items)
{
    /// <summary>The share that met the fate, 0 to 1.</summary>
    public double Share => (double)Met / Items;
}

/// <summary>Whether chances came true as often as they said.</summary>
/// <param name="Groups">The items in groups of about the same size, the smallest chance first: what a reliability diagram shows.</param>
/// <param name="Error">
/// Mean distance between the chance that was said of an item and the true one, as a logistic curve through all outcomes tells it (Cox 1958; the integrated
/// calibration index of Austin and Steyerberg 2019): 0 is perfect. The groups themselves would err by twice as much by luck alone, so few are in each.
/// </param>
public sealed record Calibration(ImmutableArray<SaidAndMet> Groups, double Error)
{
    private const int MostGroups = 10;
    private const int FewestInGroup = 25;
    private const int Rounds = 25;
    private const double Least = 0.001;

    /// <summary>Puts what was said beside what came, in at most ten groups of at least twenty-five. Items of which the same was said are never in two groups.</summary>
    public static Calibration Of(IReadOnlyList<(double Said, bool Met)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new Calibration(Grouped([.. items.OrderBy(i => i.Said)]), items.Count == 0 ? 0 : ErrorOf(items));
    }

    // The curve is start + slope · log odds of what was said; Newton's way to the likeliest one. A slope of 1 is held to be likely beforehand, as much as one item
    // counts, so that there is a curve where outcomes are all alike or the same was said of all.
    private static double ErrorOf(IReadOnlyList<(double Said, bool Met)> items)
    {
        var odds = items.Select(i => Math.Clamp(i.Said, Least, 1 - Least)).Select(p => Math.Log(p / (1 - p))).ToArray();
        var (start, slope) = (0.0, 1.0);
        for (var round = 0; round < Rounds; round++)
        {
            var (g0, g1, h00, h01, h11) = (-start, 1 - slope, 1.0, 0.0, 1.0);
            for (var i = 0; i < odds.Length; i++)
            {
                var chance = Curve(start, slope, odds[i]);
                var (off, weight) = ((items[i].Met ? 1 : 0) - chance, chance * (1 - chance));
                g0 += off;
                g1 += off * odds[i];
                h00 += weight;
                h01 += weight * odds[i];
                h11 += weight * odds[i] * odds[i];
            }

            var determinant = (h00 * h11) - (h01 * h01);
            start += ((h11 * g0) - (h01 * g1)) / determinant;
            slope += ((h00 * g1) - (h01 * g0)) / determinant;
        }

        return items.Select((item, i) => Math.Abs(item.Said - Curve(start, slope, odds[i]))).Average();
    }

    private static double Curve(double start, double slope, double odds) => 1 / (1 + Math.Exp(-Math.Clamp(start + (slope * odds), -30, 30)));

    private static ImmutableArray<SaidAndMet> Grouped(List<(double Said, bool Met)> items)
    {
        var wanted = Math.Clamp(items.Count / FewestInGroup, 1, MostGroups);
        var groups = ImmutableArray.CreateBuilder<SaidAndMet>();
        for (var from = 0; from < items.Count;)
        {
            var to = Math.Max(from + 1, (int)((long)items.Count * (groups.Count + 1) / wanted));
            while (to < items.Count && (items[to].Said.Equals(items[to - 1].Said) || items.Count - to < items.Count / wanted / 2))
            {
                to++;
            }

            var group = items[from..to];
            groups.Add(new SaidAndMet(group.Average(i => i.Said), group.Count(i => i.Met), group.Count));
            from = to;
        }

        return groups.ToImmutable();
    }
}
