using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Reads Jira's instants: <c>2026-01-05T10:12:33.000+0100</c>, with or without a colon in the offset, or a count since 1970. Nothing else: a date in
/// the words or the order of some language could mean several days. What lies outside of 1900 to 9998 is a mistake of an import, no date.
/// </summary>
internal static class JiraInstant
{
    // The vendor's example of a bulk changelog counts seconds, real sites count milliseconds; nothing before 1973 in milliseconds was tracked in Jira.
    private const double FirstMilliseconds = 1e11;

    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9998, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.fffzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd",
    ];

    /// <summary>The instant in UTC; null where there is none, or none that a calendar knows.</summary>
    public static DateTimeOffset? Of(JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.Number when element.Value.TryGetDouble(out var count) => Counted(Math.Abs(count) < FirstMilliseconds ? count * 1000 : count),
        JsonValueKind.String => Of(element.Value.GetString()),
        _ => null,
    };

    /// <summary>The instant in UTC; null where there is none, or none that a calendar knows.</summary>
    public static DateTimeOffset? Of(string? text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) && instant >= Earliest && instant <= Latest
            ? instant
            : null;

    /// <summary>A day, with or without a time behind it; null where there is none.</summary>
    public static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && (text.Length == 10 || text[10] is ' ' or 'T') && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 9998 ? day : null;

    private static DateTimeOffset? Counted(double milliseconds) =>
        milliseconds >= Earliest.ToUnixTimeMilliseconds() && milliseconds <= Latest.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
}
