using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BacklogHealth.Core.Flow;

/// <summary>One whole number for each calendar day, without gaps.</summary>
/// <param name="First">The first day.</param>
/// <param name="Counts">The numbers, 0 or more, from <paramref name="First"/> on; may be empty.</param>
public sealed record DailyCounts(DateOnly First, ImmutableArray<int> Counts)
{
    /// <summary>The day behind the last; <see cref="First"/> where there is none.</summary>
    public DateOnly End => First.AddDays(Counts.Length);

    /// <summary>The sum of all days.</summary>
    public int Total
    {
        get
        {
            var sum = 0;
            foreach (var count in Counts)
            {
                sum = checked(sum + count);
            }

            return sum;
        }
    }

    /// <summary>Number of days with at least one.</summary>
    public int ActiveDays
    {
        get
        {
            var days = 0;
            foreach (var count in Counts)
            {
                days += count > 0 ? 1 : 0;
            }

            return days;
        }
    }

    /// <summary>The number of one day; 0 outside.</summary>
    public int On(DateOnly day)
    {
        var index = day.DayNumber - First.DayNumber;
        return index >= 0 && index < Counts.Length ? Counts[index] : 0;
    }

    /// <summary>The days of a period; days outside count as 0.</summary>
    public DailyCounts Within(Period period)
    {
        var counts = new int[period.Days];
        var (from, to) = (Math.Max(0, period.From.DayNumber - First.DayNumber), Math.Min(Counts.Length, period.To.DayNumber - First.DayNumber));
        if (from < to)
        {
            Counts.AsSpan(from, to - from).CopyTo(counts.AsSpan(from - (period.From.DayNumber - First.DayNumber)));
        }

        return new(period.From, ImmutableCollectionsMarshal.AsImmutableArray(counts));
    }

    /// <summary>The same numbers up to, and without, a day: what lies behind is cut off, missing days are 0. Empty where the day lies before the first.</summary>
    public DailyCounts Until(DateOnly end) => Within(new Period(end < First ? end : First, end));

    /// <summary>The last days, fewer where there are not so many.</summary>
    public DailyCounts Last(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var skip = Math.Max(0, Counts.Length - days);
        return new(First.AddDays(skip), Counts[skip..]);
    }

    /// <summary>Two series added day by day, from the earlier first to the later end.</summary>
    public DailyCounts Plus(DailyCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Counts.IsEmpty || other.Counts.IsEmpty)
        {
            return Counts.IsEmpty ? other : this;
        }

        var first = First < other.First ? First : other.First;
        var end = End > other.End ? End : other.End;
        return new(first, [.. Enumerable.Range(0, end.DayNumber - first.DayNumber).Select(i => On(first.AddDays(i)) + other.On(first.AddDays(i)))]);
    }

    /// <summary>Counts days; those outside the period are left out.</summary>
    public static DailyCounts Of(IEnumerable<DateOnly> days, Period period)
    {
        ArgumentNullException.ThrowIfNull(days);
        var counts = new int[period.Days];
        foreach (var day in days)
        {
            if (period.Contains(day))
            {
                counts[day.DayNumber - period.From.DayNumber]++;
            }
        }

        return new(period.From, [.. counts]);
    }
}
