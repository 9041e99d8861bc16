namespace BacklogHealth.Core.Flow;

/// <summary>Time without days off: on them the clock stands still. Nights and weekends pass like any other time.</summary>
internal sealed class WorkedTime(TeamCalendar calendar, DaysOff off)
{
    /// <summary>How much of the time between two instants was no day off, 0 or more.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var worked = to - from;
        for (var day = off.From(calendar.DayOf(from)); day is { } free && free <= calendar.DayOf(to); day = off.From(free.AddDays(1)))
        {
            var (starts, ends) = (calendar.StartOf(free), calendar.StartOf(free.AddDays(1)));
            worked -= (ends < to ? ends : to) - (starts > from ? starts : from);
        }

        return worked;
    }

    /// <summary>The instant at which so much time was worked since another.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan worked)
    {
        var at = from + worked;
        for (var day = off.From(calendar.DayOf(from)); day is { } free && free <= calendar.DayOf(at) && calendar.StartOf(free) < at; day = off.From(free.AddDays(1)))
        {
            var starts = calendar.StartOf(free);
            at += calendar.StartOf(free.AddDays(1)) - (starts > from ? starts : from);
        }

        return at;
    }
}
