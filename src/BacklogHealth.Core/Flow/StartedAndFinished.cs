using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>
/// The one definition of started and finished. Started is the first time that work on the item began, whatever happened in between; finished is
/// the last time it became finished. An item that is not finished now has no finish, and one that is not started now has no start. An item that
/// was finished without ever being started has no start: it has no cycle time, and counts as finished. A move between two states of the same
/// meaning changes neither. Where the history has gaps or was imported (see <see cref="ImportedItems"/>) and shows an item finished from its creation
/// on, nothing says when it was finished: its state is finished and it has no finish, so that it counts on no day.
/// <para>
/// A reset (<see cref="StateEntry.Reset"/>) that takes a finished item back is the tracker's doing: the item is from then on where the tracker has it,
/// and not finished. If the next step puts it back to finished, it was finished all along, and has the start and the finish it had before; if the next
/// step leads anywhere else, it was taken up again, and the reset is a step like any other. All other resets are such steps too: one that leads
/// forward was somebody's choice, and one from started to not started leaves the first start as it is.
/// </para>
/// </summary>
public static class StartedAndFinished
{
    /// <summary>The item as it stood at an instant; known is everything strictly before it.</summary>
    /// <param name="item">The item's history.</param>
    /// <param name="workflow">What its states mean. An unknown state keeps the meaning of the one before.</param>
    /// <param name="asOf">The instant.</param>
    /// <returns>Null where the item was not created before <paramref name="asOf"/>, or was gone by then.</returns>
    public static FlowItem? Of(ItemHistory item, Workflow workflow, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(workflow);
        if (item.Created >= asOf || item.Gone < asOf)
        {
            return null;
        }

        DateTimeOffset? started = null;
        DateTimeOffset? finished = null;
        var state = WorkItemState.NotStarted;
        var now = item.States[0];
        (DateTimeOffset? Started, DateTimeOffset? Finished)? held = null;
        foreach (var (entry, meaning, _) in Meanings.Of(item, workflow, asOf))
        {
            if (held is { } before && meaning == WorkItemState.Finished)
            {
                (started, finished) = before;
                (state, held) = (WorkItemState.Finished, null);
            }
            else if (entry.Reset && state == WorkItemState.Finished && meaning != WorkItemState.Finished)
            {
                held = (started, finished);
            }
            else if (!entry.Reset)
            {
                held = null;
            }

            if (meaning == WorkItemState.Started)
            {
                started ??= entry.At;
            }

            if (meaning == WorkItemState.Finished && state != WorkItemState.Finished)
            {
                finished = (item.Complete && !item.Imported) || entry != item.States[0] ? entry.At : null;
            }

            state = meaning;
            now = entry.StateId.Equals(now.StateId, StringComparison.Ordinal) ? now with { StateName = entry.StateName } : entry;
        }

        return new FlowItem(
            item,
            state,
            state == WorkItemState.NotStarted ? null : started,
            state == WorkItemState.Finished ? finished : null,
            now.At,
            now.StateName);
    }

    /// <summary>Every item of a history that was there at an instant, in the order given; imported ones are found and marked.</summary>
    public static IEnumerable<FlowItem> Of(IEnumerable<ItemHistory> items, Workflow workflow, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(items);
        return ImportedItems.Mark(items, workflow, asOf).Select(item => Of(item, workflow, asOf)).OfType<FlowItem>();
    }

    /// <summary>The names of the states that occur before an instant and that the workflow does not know, in ordinal order, with the number of items that were ever in them.</summary>
    public static IReadOnlyList<(string State, int Items)> Unmapped(IEnumerable<ItemHistory> items, Workflow workflow, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(workflow);
        return [.. items
            .SelectMany(item => Meanings.Of(item, workflow, asOf).Where(m => !m.Mapped).Select(m => m.Entry.StateName).Distinct(StringComparer.Ordinal))
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count()))];
    }
}
