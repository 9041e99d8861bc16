using System.Globalization;

namespace BacklogHealth.Connectors.Files;

/// <summary>Dates and instants as files write them.</summary>
internal static class Instants
{
    /// <summary>What a cell must hold, for messages.</summary>
    public const string Expected = "an ISO date or date and time between the years 1900 and 2199";

    private static readonly string[] Formats = [.. Shapes()];
    private static readonly string[] DayOnly = ["yyyy-MM-dd"];
    private static readonly string[] WithSpace = ["yyyy-MM-dd HH:mm:ss", .. Formats.Where(f => f.StartsWith("yyyy-MM-dd ", StringComparison.Ordinal))];
    private static readonly string[] WithT = ["yyyy-MM-dd'T'HH:mm:ss", .. Formats.Where(f => f.StartsWith("yyyy-MM-dd'T'", StringComparison.Ordinal))];

    /// <summary>The instant in UTC that a cell names; without an offset it is UTC already, without a time the day's start. Null for anything else.</summary>
    public static DateTimeOffset? Read(string cell) =>
        DateTimeOffset.TryParseExact(cell.Trim(), FormatsFor(cell.Trim()), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        && instant.Year is >= 1900 and < 2200 ? instant : null;

    /// <summary>The day that a cell names; null for anything else.</summary>
    public static DateOnly? ReadDay(string cell) =>
        DateOnly.TryParseExact(cell.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200 ? day : null;

    // The commonest shapes are told by their length: trying all of them takes ten times as long.
    private static string[] FormatsFor(string cell) => cell.Length switch
    {
        10 => DayOnly,
        19 when cell[10] == ' ' => WithSpace,
        19 => WithT,
        _ => Formats,
    };

    private static IEnumerable<string> Shapes()
    {
        yield return "yyyy-MM-dd";
        foreach (var between in new[] { "'T'", " " })
        {
            foreach (var time in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" })
            {
                foreach (var offset in new[] { "", "'Z'", "zzz", " zzz", " 'UTC'" })
                {
                    yield return "yyyy-MM-dd" + between + time + offset;
                }
            }
        }
    }
}
