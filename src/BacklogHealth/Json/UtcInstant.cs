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
}
