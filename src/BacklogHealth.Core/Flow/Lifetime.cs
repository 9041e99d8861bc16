using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>When an item came, was begun and ended, in that order: one whose dates contradict each other came on the earliest of them.</summary>
/// <param name="Arrived">When it was created.</param>
/// <param name="Begun">When work on it began, or when it ended without; null where neither happened.</param>
/// <param name="Ended">When it was finished; null where it is not.</param>
internal readonly record struct Lifetime(DateTimeOffset Arrived, DateTimeOffset? Begun, DateTimeOffset? Ended)
{
    /// <summary>The lifetime of an item; null where it was finished on a day that nothing tells, so that it counts on no day.</summary>
    public static Lifetime? Of(FlowItem item)
    {
        if (item is { State: WorkItemState.Finished, Finished: null })
        {
            return null;
        }

        var begun = Earlier(item.Started, item.Finished);
        return new Lifetime(Earlier(item.Item.Created, begun)!.Value, begun, item.Finished);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;
}
