using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BacklogHealth.Json;

/// <summary>Instants in UTC as <c>2026-01-05T09:12:00Z</c>, the same form in JSON and in CSV: what scripts can sort and compare as text.</summary>
internal static class UtcInstant
{
    private const string Form = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>The text of an instant, to the second; null where there is none.</summary>
    [return: NotNullIfNotNull(nameof(at))]
    public static string? Text(DateTimeOffset? at) => at?.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The minute of such a text, for people: <c>2026-11-23 07:00 UTC</c>.</summary>
    public static string Minute(string instant) => $"{instant[..10]} {instant[11..16]} UTC";
}
