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
        var byDay = new SortedDictionary<DateOnly, int>();
        foreach (var date in dates)
        {
            if (asOf is null || date < asOf)
            {
                byDay[date] = byDay.GetValueOrDefault(date) + 1;
            }
        }

        if (byDay.Count == 0)
        {
            return new DailyCounts(asOf ?? DateOnly.MinValue, []);
        }

        var first = byDay.Keys.First();
        var counts = new int[(asOf ?? byDay.Keys.Last().AddDays(1)).DayNumber - first.DayNumber];
        foreach (var (day, items) in byDay)
        {
            counts[day.DayNumber - first.DayNumber] = items;
        }

        return new DailyCounts(first, [.. counts]);
    }

    /// <summary>From the items of a team; days without a finish up to <paramref name="today"/> count as zero, the unfinished day itself is left out.</summary>
    public static DailyCounts Of(IEnumerable<FlowItem> flow, TeamCalendar calendar, DateOnly today) =>
        OfDates(Throughput.FinishDays(flow, calendar), today);
}
