using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.Calendars;

/// <summary>Days off as people write them: one day as <c>2026-12-24</c>, or the first and the last as <c>2026-12-24..2027-01-01</c>.</summary>
internal static class DayRange
{
    /// <summary>What a fault says was expected.</summary>
    public const string Expected = "a day as 2026-12-24, or the first and the last of at most a year as 2026-12-24..2027-01-01";

    private const int Longest = 366;

    /// <summary>The days; none where the text is neither, its last day lies before its first, or it is longer than a year.</summary>
    public static ImmutableArray<DateOnly> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split("..", 2);
        if (Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last || last < first || last.DayNumber - first.DayNumber >= Longest)
        {
            return [];
        }

        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
