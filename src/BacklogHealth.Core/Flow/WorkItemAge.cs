using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>Work item age: calendar days since an item in progress was started, both days included.</summary>
public static class WorkItemAge
{
    /// <summary>The age in calendar days, 1 or more; null where the item is not in progress.</summary>
    public static int? Days(FlowItem item, TeamCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(calendar);
        return item is { State: WorkItemState.Started, Started: { } started } ? today.DayNumber - calendar.DayOf(started).DayNumber + 1 : null;
    }
}
