using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Forecasting.Items;

/// <summary>How long one open item takes, and, where it is in progress, how much longer.</summary>
/// <param name="FromStart">Days from its start to its finish, both counted.</param>
/// <param name="Age">Calendar days since it was started, both ends counted; null where it is not in progress.</param>
/// <param name="Left">Days from today on, 0 for today, given that age; null likewise.</param>
public sealed record ItemOutlook(ServiceLevel FromStart, int? Age, ServiceLevel? Left)
{
    /// <summary>The outlook of an item; null where it is not open, or not counted: epics hold other items, sub-tasks are parts of one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="flow">All items of the team.</param>
    /// <param name="calendar">The team's calendar.</param>
    /// <param name="today">The team's day.</param>
    public static ItemOutlook? Of(string id, IReadOnlyCollection<FlowItem> flow, TeamCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(flow);
        if (flow.FirstOrDefault(f => f.Item.Id == id) is not { State: not WorkItemState.Finished } item || !Counted.Is(item.Item))
        {
            return null;
        }

        var levels = ServiceLevels.Of(flow, calendar);
        var age = WorkItemAge.Days(item, calendar, today);
        return new ItemOutlook(
            levels.FromStart(item.Item.Kind, item.Item.StoryPoints), age, age is { } days ? levels.Left(item.Item.Kind, item.Item.StoryPoints, days) : null);
    }
}
