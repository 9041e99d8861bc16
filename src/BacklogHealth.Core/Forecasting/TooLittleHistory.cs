using BacklogHealth.Core.Flow;

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
    public static string? Say(DailyCounts known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (Carries(known))
        {
            return null;
        }

        var window = known.Last(UsualMethod.Window);
        var days = window.Counts.Length;
        var found = window.ActiveDays switch
        {
            0 when window.Counts.IsEmpty => FormattableString.Invariant($"No item has been finished yet; a forecast needs at least {FewestActiveDays} days with a finished item."),
            0 => FormattableString.Invariant($"None of the last {days} days had a finished item; a forecast needs at least {FewestActiveDays} such days."),
            1 => FormattableString.Invariant($"Only 1 day of the last {days} had a finished item; a forecast needs at least {FewestActiveDays} such days."),
            var active => FormattableString.Invariant($"Only {active} days of the last {days} had a finished item; a forecast needs at least {FewestActiveDays} such days."),
        };
        return found + " Ask again when more items are finished, or check which states count as finished.";
    }
}
