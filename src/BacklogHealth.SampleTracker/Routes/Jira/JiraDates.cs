using System.Globalization;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Dates in the two forms that Jira writes.</summary>
internal static class JiraDates
{
    /// <summary>In the account's zone with an offset that has no colon, for example <c>2026-01-05T10:12:33.000+0100</c>.</summary>
    public static string Text(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var offset = local.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", string.Empty, StringComparison.Ordinal);
        return local.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture) + offset;
    }

    /// <summary>In UTC, as sprints have it, for example <c>2026-01-05T09:12:33.000Z</c>.</summary>
    public static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
