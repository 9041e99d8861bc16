using System.Globalization;
using BacklogHealth.Core.Flow;

namespace BacklogHealth.Calendars;

/// <summary>Refuses days off by which nobody would work for most of a year: a calendar of absences or of daily events, or a year that was mistyped.</summary>
internal static class DaysOffLimit
{
    private const int Year = 365;
    private const int Most = 183;

    /// <summary>What was found and what was expected; null where the days are few enough.</summary>
    public static (string Found, string Expected)? Find(DaysOff off)
    {
        ArgumentNullException.ThrowIfNull(off);
        var crowded = off.Days.FirstOrDefault(day => off.Within(day, Year) > Most);
        return crowded == default ? null : (
            string.Create(CultureInfo.InvariantCulture, $"{off.Within(crowded, Year)} days off within the year from {crowded:yyyy-MM-dd} on"),
            string.Create(CultureInfo.InvariantCulture, $"at most {Most}, since a team works for half of a year at least"));
    }
}
