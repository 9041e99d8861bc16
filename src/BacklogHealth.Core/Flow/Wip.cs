namespace BacklogHealth.Core.Flow;

/// <summary>Work in progress: items started and not finished.</summary>
public static class Wip
{
    /// <summary>
    /// Counted items in progress at the end of each day of a period. It follows the first start and the last finish of each item, as known when
    /// <paramref name="flow"/> was made: an item that was reopened counts as in progress all the time between.
    /// </summary>
    public static DailyCounts PerDay(IEnumerable<FlowItem> flow, TeamCalendar calendar, Period period)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(calendar);
        var started = new RunningCount(period);
        var finished = new RunningCount(period);
        foreach (var item in flow.Where(f => f.Started is not null && Counted.Is(f.Item)))
        {
            started.Add(calendar.DayOf(item.Started!.Value));
            if (item.Finished is { } at)
            {
                finished.Add(calendar.DayOf(at));
            }
        }

        return new DailyCounts(period.From, [.. started.AtEndOfDays().Zip(finished.AtEndOfDays(), (s, f) => s - f)]);
    }
}
