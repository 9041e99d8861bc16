using System.Collections.Immutable;

namespace BacklogHealth.Core.Flow;

/// <summary>Calendar days on which a team does not work, beyond its usual week: holidays, a closing, an offsite. They were known before they came.</summary>
public sealed class DaysOff
{
    /// <summary>None are known.</summary>
    public static readonly DaysOff None = new([]);

    private DaysOff(ImmutableArray<DateOnly> days) => Days = days;

    /// <summary>The days, each once, ascending.</summary>
    public ImmutableArray<DateOnly> Days { get; }

    /// <summary>True where none are known.</summary>
    public bool IsEmpty => Days.IsEmpty;

    /// <summary>Takes days in any order; a day may repeat.</summary>
    public static DaysOff Of(IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        ImmutableArray<DateOnly> known = [.. days.Distinct().Order()];
        return known.IsEmpty ? None : new DaysOff(known);
    }

    /// <summary>True where nobody works on this day.</summary>
    public bool Is(DateOnly day) => Days.BinarySearch(day) >= 0;

    /// <summary>How many lie among the <paramref name="days"/> days from <paramref name="first"/> on; 0 where that is no day at all.</summary>
    public int Within(DateOnly first, int days) => days <= 0 ? 0 : Before(first.DayNumber + (long)days) - Before(first.DayNumber);

    /// <summary>The first of them on or after a day; null where none is known.</summary>
    public DateOnly? From(DateOnly day) => Before(day.DayNumber) is var at && at < Days.Length ? Days[at] : null;

    private int Before(long dayNumber)
    {
        var (low, high) = (0, Days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Days[middle].DayNumber < dayNumber ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
