using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reads instants, which come in UTC: <c>2026-01-05T09:12:33.5Z</c>.</summary>
internal static class AzureInstant
{
    /// <summary>
    /// The instant in UTC; null where there is none, or none that can be meant: the year 9999 says "until now" in a history, and the year 1 says nothing.
    /// </summary>
    public static DateTimeOffset? Of(JsonElement? element) =>
        element?.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(element.Value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        && instant.Year is >= 1900 and < 9999 ? instant : null;

    /// <summary>
    /// The day of a date that somebody chose in a form: the form keeps the midnight of that person's zone, so it is the day whose midnight in UTC is
    /// nearest.
    /// </summary>
    public static DateOnly? Day(JsonElement? element) => Of(element) is { } instant ? DateOnly.FromDateTime(instant.UtcDateTime.AddHours(12)) : null;
}
