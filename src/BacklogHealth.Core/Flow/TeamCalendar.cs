namespace BacklogHealth.Core.Flow;

/// <summary>Turns instants into the calendar days of a team's time zone, and back. All days that the product counts come from here.</summary>
public sealed class TeamCalendar(TimeZoneInfo zone)
{
    /// <summary>A calendar in UTC.</summary>
    public static readonly TeamCalendar Utc = new(TimeZoneInfo.Utc);

    // A report asks for the day of every change of every item. On all days but two a year the zone keeps one distance from UTC: known then, in minutes.
    private static readonly int FirstKnown = new DateOnly(1990, 1, 1).DayNumber, DaysKnown = new DateOnly(2060, 1, 1).DayNumber - FirstKnown;

    private const short NotAsked = 0, Changes = 1, Known = 5_000;

    private short[]? _minutes;

    /// <summary>The team's zone.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The team's calendar day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant)
    {
        var day = (int)(instant.UtcTicks / TimeSpan.TicksPerDay) - FirstKnown;
        if ((uint)day >= (uint)DaysKnown)
        {
            return Converted(instant);
        }

        // Threads may find the same distance twice, and it is the same.
        ref var minutes = ref (_minutes ??= new short[DaysKnown])[day];
        if (minutes == NotAsked)
        {
            minutes = MinutesOn(FirstKnown + day);
        }

        return minutes == Changes ? Converted(instant) : DateOnly.FromDayNumber((int)((instant.UtcTicks + ((minutes - Known) * TimeSpan.TicksPerMinute)) / TimeSpan.TicksPerDay));
    }

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

    private DateOnly Converted(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    private short MinutesOn(int day)
    {
        var start = DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var offset = Zone.GetUtcOffset(start);
        return Zone.GetUtcOffset(start.AddTicks(TimeSpan.TicksPerDay - 1)) == offset && offset.Ticks % TimeSpan.TicksPerMinute == 0 ? (short)(offset.TotalMinutes + Known) : Changes;
    }
}
