namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>
/// Counts time in working days since the team began to write epics: 3.5 is the middle of the fourth working day, and what was before is below 0. Everything is simulated on this
/// scale, so that nothing happens at night or at a weekend and no order is lost when it becomes an instant. The last day counts as a
/// working day whatever its weekday, and ends before 09:00 UTC.
/// </summary>
internal sealed class WorkClock
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(7);
    private readonly DateOnly[] _days;
    private readonly int _early;

    /// <param name="today">The last day.</param>
    /// <param name="calendarDays">Calendar days before it that count from 0 on.</param>
    /// <param name="earlyDays">Calendar days before these.</param>
    public WorkClock(DateOnly today, int calendarDays, int earlyDays)
    {
        _days = [.. Enumerable.Range(0, earlyDays + calendarDays + 1).Select(i => today.AddDays(i - calendarDays - earlyDays))
            .Where(d => d == today || d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        _early = _days.Count(d => d < today.AddDays(-calendarDays));
    }

    /// <summary>The working days from 0 on.</summary>
    public Stretch Late => new(_days[_early..], 0);

    /// <summary>The working days before.</summary>
    public Stretch Early => new(_days[.._early], -_early);

    public DateOnly FirstDay => _days[0];

    public DateOnly Today => _days[^1];

    /// <summary>The first moment of the history.</summary>
    public double Begin => -_early;

    /// <summary>The last moment of the history.</summary>
    public double End => _days.Length - _early - 0.04;

    /// <summary>The instant of a moment, on a whole second; moments outside the history are moved to its ends.</summary>
    public DateTimeOffset At(double moment)
    {
        moment = Math.Clamp(moment, Begin, End) + _early;
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
        return Math.Min(index - _early, End);
    }
}

/// <summary>Working days that follow each other, and the moment at which the first begins.</summary>
internal sealed record Stretch(IReadOnlyList<DateOnly> Days, double Begin);
