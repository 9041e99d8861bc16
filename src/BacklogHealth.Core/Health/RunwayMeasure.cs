using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Health;

/// <summary>
/// How long ready work lasts. It lasts at least d days where fewer items than are ready get finished within d days; so "at least so long with 85 %"
/// is the longest d with P(X_d ≥ ready) ≤ 15 %, and even odds the longest d with P(X_d ≥ ready) ≤ 50 %. Counted at the pace at which items are
/// finished: in the long run a team pulls what it finishes.
/// </summary>
internal static class RunwayMeasure
{
    /// <summary>The runway. Nothing ready lasts 0 weeks; two years is the longest that is said.</summary>
    public static ReadyRunway Of(ImmutableArray<BacklogItem> open, Forecaster? forecaster, double wantedWeeks)
    {
        var considered = open.Where(i => i.Position is not null).ToList();
        var ready = considered.Count(i => i.Ready.IsReady);
        return new ReadyRunway(ready, considered.Count, Weeks(forecaster, ready, 0.50), Weeks(forecaster, ready, 0.85), wantedWeeks);
    }

    private static double? Weeks(Forecaster? forecaster, int ready, double probability)
    {
        if (forecaster is null)
        {
            return null;
        }

        if (ready == 0)
        {
            return 0;
        }

        var usedUp = forecaster.When(ready, [1 - probability])[0];
        return (usedUp - 1 ?? Forecaster.LongestHorizon) / 7.0;
    }
}
