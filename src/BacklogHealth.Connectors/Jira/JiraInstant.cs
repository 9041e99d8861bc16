using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads Jira's instants: <c>2026-01-05T10:12:33.000+0100</c>, with or without a colon in the offset, or a count since 1970.</summary>
internal static class JiraInstant
{
    // The vendor's example of a bulk changelog counts seconds, real sites count milliseconds; nothing before 1973 in milliseconds was tracked in Jira.
    private const double FirstMilliseconds = 1e11;

    /// <summary>The instant in UTC; null where there is none, or none that a calendar knows.</summary>
    public static DateTimeOffset? Of(JsonElement? element)
    {
        switch (element?.ValueKind)
        {
            case JsonValueKind.Number when element.Value.TryGetDouble(out var count):
                var milliseconds = Math.Abs(count) < FirstMilliseconds ? count * 1000 : count;
                return milliseconds is > -62135596800000 and < 253402300799000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
            case JsonValueKind.String:
                return DateTimeOffset.TryParse(element.Value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
            default:
                return null;
        }
    }

    /// <summary>A day, with or without a time behind it; null where there is none.</summary>
    public static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
