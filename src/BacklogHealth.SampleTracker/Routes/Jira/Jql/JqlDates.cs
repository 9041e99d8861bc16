using System.Globalization;

namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>
/// Dates in queries: milliseconds since 1970, local time of the account to the minute, or a period before or after now. That local time is read in
/// the account's zone, whatever zone the reader is in, is the trap that costs connectors their items.
/// </summary>
internal sealed class JqlDates(TimeZoneInfo zone, DateTimeOffset now)
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm", "yyyy-MM-dd", "yyyy/MM/dd"];

    /// <exception cref="JiraRefusal">It is no date.</exception>
    public DateTimeOffset Read(string text, string field)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 253_402_300_800_000)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        if (DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        }

        return now + (Period(text) ?? throw JqlErrors.NoDate(text, field));
    }

    /// <exception cref="JiraRefusal">It is no date.</exception>
    public DateOnly ReadDay(string text, string field) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Read(text, field), zone).DateTime);

    /// <summary>A period such as <c>-5d</c> or <c>4w 2d</c>; null where it is none.</summary>
    private static TimeSpan? Period(string text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        var sum = TimeSpan.Zero;
        var parts = text.TrimStart('-', '+').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            TimeSpan? unit = part[^1] switch
            {
                'w' => TimeSpan.FromDays(7),
                'd' => TimeSpan.FromDays(1),
                'h' => TimeSpan.FromHours(1),
                'm' => TimeSpan.FromMinutes(1),
                _ => null,
            };
            if (unit is null || !int.TryParse(part.AsSpan(0, part.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 100_000)
            {
                return null;
            }

            sum += unit.Value * count;
        }

        return parts.Length == 0 ? null : sum * sign;
    }
}
