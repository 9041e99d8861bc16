namespace BacklogHealth.Core.Flow;

/// <summary>Turns instants into the calendar days of a team's time zone, and back. All days that the product counts come from here.</summary>
public sealed class TeamCalendar(TimeZoneInfo zone)
{
    /// <summary>A calendar in UTC.</summary>
    public static readonly TeamCalendar Utc = new(TimeZoneInfo.Utc);

    /// <summary>The team's zone.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The team's calendar day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant at which a day begins for the team. Where the clock skips midnight, the first instant that exists.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        // Where midnight comes twice, the earlier one has the larger offset.
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
