using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>
/// Which items are counted: throughput, work in progress, cycle times, positions and forecasts all count the same ones. Epics are left out because
/// they hold other items, sub-tasks because they are parts of one: counting either would count the same work twice.
/// </summary>
public static class Counted
{
    /// <summary>True for every kind but epics and sub-tasks.</summary>
    public static bool Is(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    /// <summary>True where the item is counted as delivered or to be delivered: it is of a counted kind and was not dropped.</summary>
    public static bool Is(ItemHistory item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Is(item.Kind) && !item.Discarded;
    }
}
