using System.Runtime.InteropServices;

namespace BacklogHealth.Core.Flow;

/// <summary>The series that forecasts rest on: finished items a day, from the first finish up to the day asked on.</summary>
public static class FinishHistory
{
    /// <summary>From finish dates, in any order; a date may repeat.</summary>
    /// <param name="dates">The dates.</param>
    /// <param name="asOf">Known are the dates before it, and days without a finish up to it count as zero; null for the day after the last date.</param>
    /// <returns>An empty series that starts at <paramref name="asOf"/> (or at the earliest day there is) where there is no date.</returns>
    public static DailyCounts OfDates(IEnumerable<DateOnly> dates, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(dates);
        List<int> days = [];
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var date in dates)
        {
            if (asOf is null || date < asOf)
            {
                days.Add(date.DayNumber);
                (first, last) = (Math.Min(first, date.DayNumber), Math.Max(last, date.DayNumber));
            }
        }

        if (days.Count == 0)
        {
            return new DailyCounts(asOf ?? DateOnly.MinValue, []);
        }

        var counts = new int[(asOf?.DayNumber ?? last + 1) - first];
        foreach (var day in days)
        {
            counts[day - first]++;
        }

        return new DailyCounts(DateOnly.FromDayNumber(first), ImmutableCollectionsMarshal.AsImmutableArray(counts));
    }

    /// <summary>From the items of a team; days without a finish up to <paramref name="today"/> count as zero, the unfinished day itself is left out.</summary>
    public static DailyCounts Of(IEnumerable<FlowItem> flow, TeamCalendar calendar, DateOnly today) =>
        OfDates(Throughput.FinishDays(flow, calendar), today);
}
