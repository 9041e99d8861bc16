using System.Collections.Immutable;

namespace BacklogHealth.Core.Forecasting.Scope;

/// <summary>A past epic that is finished.</summary>
/// <param name="Items">Items it held in the end, 1 or more.</param>
/// <param name="Estimate">Its own estimate; null where it had none.</param>
public readonly record struct EpicSeen(int Items, double? Estimate);

/// <summary>
/// How many items an epic that holds none yet will come to hold: as many as one of the past epics did, each as likely as another. Where it has an
/// estimate of its own and enough past ones had, theirs are scaled by it. One draw more, twice the largest, stands for what so few have not shown.
/// </summary>
/// <param name="Sizes">Items of past epics, ascending.</param>
/// <param name="PerPoint">Items for each unit of estimate of those that had one, ascending.</param>
public sealed record EpicSizes(ImmutableArray<int> Sizes, ImmutableArray<double> PerPoint)
{
    /// <summary>Fewer past epics teach nothing.</summary>
    public const int FewestEpics = 5;

    // No epic is thought larger than that: an estimate may be a typing error.
    private const double Largest = 2000;

    /// <summary>Learns it; null where there are fewer than <see cref="FewestEpics"/> past epics.</summary>
    public static EpicSizes? Learn(IEnumerable<EpicSeen> past)
    {
        var seen = past.Where(e => e.Items > 0).ToList();
        return seen.Count < FewestEpics ? null
            : new EpicSizes([.. seen.Select(e => e.Items).Order()], [.. seen.Where(e => e.Estimate > 0).Select(e => e.Items / e.Estimate!.Value).Order()]);
    }

    /// <summary>True where an epic with this estimate is sized by it.</summary>
    public bool ByEstimate(double? estimate) => estimate > 0 && PerPoint.Length >= FewestEpics;

    /// <summary>The number of items an epic will come to hold, 1 or more.</summary>
    /// <param name="estimate">Its own estimate; null where it has none.</param>
    public Distribution Of(double? estimate)
    {
        ImmutableArray<double> sizes = ByEstimate(estimate) ? [.. PerPoint.Select(p => p * estimate!.Value)] : [.. Sizes.Select(s => (double)s)];
        return Distribution.OfDraw([.. sizes.Append(2 * sizes[^1]).Select(s => (int)Math.Round(Math.Clamp(s, 1, Largest), MidpointRounding.AwayFromZero))]);
    }
}
