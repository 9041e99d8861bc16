namespace BacklogHealth.Core.Flow;

/// <summary>Cycle time: calendar days from started to finished, both days included, so an item started and finished on one day took 1 day.</summary>
public static class CycleTime
{
    /// <summary>The cycle time in calendar days, 1 or more; null where the item is not finished, was never started, or its history is not whole.</summary>
    public static int? Days(FlowItem item, TeamCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(calendar);
        return item is { Started: { } started, Finished: { } finished, Item.Complete: true }
            ? calendar.DayOf(finished).DayNumber - calendar.DayOf(started).DayNumber + 1
            : null;
    }
}
