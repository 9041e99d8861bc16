namespace BacklogHealth.Core.Flow;

/// <summary>Calendar days from <see cref="From"/> up to, and without, <see cref="To"/>. Empty where both are the same day.</summary>
public readonly record struct Period
{
    /// <summary>Makes a period.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), $"a period ends on or after its first day; found {from:yyyy-MM-dd} to {to:yyyy-MM-dd}");
        }

        From = from;
        To = to;
    }

    /// <summary>First day, included.</summary>
    public DateOnly From { get; }

    /// <summary>The day behind the last, excluded.</summary>
    public DateOnly To { get; }

    /// <summary>Number of days, 0 or more.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>True where the day lies in the period.</summary>
    public bool Contains(DateOnly day) => day >= From && day < To;

    /// <summary>The <paramref name="days"/> days before <paramref name="to"/>.</summary>
    public static Period Before(DateOnly to, int days) => new(to.AddDays(-days), to);
}
