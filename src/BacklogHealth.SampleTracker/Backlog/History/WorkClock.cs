namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>
/// Counts time in working days since the history began: 3.5 is the middle of the fourth working day. Everything is simulated on this
/// scale, so that nothing happens at night or at a weekend and no order is lost when it becomes an instant. The last day counts as a
/// working day whatever its weekday, and ends before 09:00 UTC.
/// </summary>
internal sealed class WorkClock
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(7);
    private readonly DateOnly[] _days;

    public WorkClock(DateOnly today, int calendarDays)
    {
        _days = [.. Enumerable.Range(0, calendarDays + 1).Select(i => today.AddDays(i - calendarDays))
            .Where(d => d == today || d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
    }

    public IReadOnlyList<DateOnly> Days => _days;

    public DateOnly Today => _days[^1];

    /// <summary>The last moment of the history.</summary>
    public double End => _days.Length - 0.04;

    /// <summary>The instant of a moment, on a whole second; moments outside the history are moved to its ends.</summary>
    public DateTimeOffset At(double moment)
    {
        moment = Math.Clamp(moment, 0, End);
        var day = (int)moment;
        var length = day == _days.Length - 1 ? TimeSpan.FromMinutes(115) : TimeSpan.FromMinutes(570);
        var seconds = Math.Floor(Morning.TotalSeconds + ((moment - day) * length.TotalSeconds));
        return new DateTimeOffset(_days[day].ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(seconds);
    }

    /// <summary>The beginning of the first working day on or after a day; the end of the history where there is none.</summary>
    public double Of(DateOnly day)
    {
        var index = Array.BinarySearch(_days, day);
        index = index < 0 ? ~index : index;
        return Math.Min(index, End);
    }
}
