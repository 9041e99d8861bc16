using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Forecasting;

/// <summary>The guard before every forecast: fewer than five different days with a finished item among the last ninety carry none.</summary>
internal static class TooLittleHistory
{
    /// <summary>Days with a finished item that a forecast needs.</summary>
    public const int FewestActiveDays = 5;

    /// <summary>True where the history, which ends where the horizon begins, carries a forecast.</summary>
    public static bool Carries(DailyCounts known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Last(UsualMethod.Window).ActiveDays >= FewestActiveDays;
    }

    /// <summary>Why the history carries no forecast and what to do, as a sentence; null where it does.</summary>
    public static Sentence? Say(DailyCounts known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (Carries(known))
        {
            return null;
        }

        var window = known.Last(UsualMethod.Window);
        Sentence found = (window.Counts.Length, window.ActiveDays) switch
        {
            (0, _) => $"No item has been finished yet; a forecast needs at least {FewestActiveDays} days with a finished item.",
            (var days, 0) => $"None of the last {days} days had a finished item; a forecast needs at least {FewestActiveDays} such days.",
            var (days, active) => $"Only {active:# day|# days} of the last {days} had a finished item; a forecast needs at least {FewestActiveDays} such days.",
        };
        return Sentence.Join(found, $"Ask again when more items are finished, or check which states count as finished.");
    }
}
