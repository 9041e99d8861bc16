using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>Makes the compact row of an item from the whole item. Every history in the product is made here.</summary>
public static class ItemHistories
{
    /// <summary>The item as a compact row.</summary>
    public static ItemHistory Of(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var states = StatesOf(item, out var fits);
        return new ItemHistory(
            item.Id, item.Key, item.Kind, item.ParentId, item.StoryPoints, item.Created, GoneSince(item.RemovedAt, item.NotVisibleSince), states,
            Resolutions.MeanDiscarded(item.Resolution), item.HistoryComplete && fits);
    }

    /// <summary>When an item was gone: the earlier of both instants; null while it is there.</summary>
    public static DateTimeOffset? GoneSince(DateTimeOffset? removedAt, DateTimeOffset? notVisibleSince) =>
        removedAt is null || notVisibleSince < removedAt ? notVisibleSince ?? removedAt : removedAt;

    /// <summary>The states of an item, oldest first, from the one it was created in; never empty, times never fall.</summary>
    /// <param name="item">The item.</param>
    /// <param name="fits">
    /// False where the changes do not lead to the state that the item has: part of its history is missing. The last entry is then the state it
    /// has, at its last update.
    /// </param>
    public static ImmutableArray<StateEntry> StatesOf(WorkItem item, out bool fits)
    {
        ArgumentNullException.ThrowIfNull(item);
        var states = ImmutableArray.CreateBuilder<StateEntry>();
        var changes = item.Changes.IsDefault ? [] : item.Changes;
        var moves = changes.Where(c => c.Field is FieldNames.Project or FieldNames.Key or FieldNames.Type).Select(c => c.At).ToHashSet();
        foreach (var change in changes)
        {
            if (!change.Field.Equals(FieldNames.State, StringComparison.Ordinal) || change.To is null)
            {
                continue;
            }

            if (states.Count == 0 && change.From is { } first)
            {
                states.Add(new StateEntry(item.Created, first.Id ?? first.Text, first.Text));
            }

            // Some trackers record the state of creation as a change from nothing: it is the first entry, not a second one.
            var at = states.Count == 0 ? item.Created : change.At > states[^1].At ? change.At : states[^1].At;
            states.Add(new StateEntry(at, change.To.Id ?? change.To.Text, change.To.Text, states.Count > 0 && moves.Contains(change.At)));
        }

        fits = states.Count == 0 || IsSame(states[^1], item);
        if (states.Count == 0)
        {
            states.Add(new StateEntry(item.Created, item.StateId, item.OriginalState));
        }
        else if (!fits)
        {
            states.Add(new StateEntry(item.Updated > states[^1].At ? item.Updated : states[^1].At, item.StateId, item.OriginalState));
        }

        return states.ToImmutable();
    }

    // A renamed state keeps its id; a tracker without ids has the name alone.
    private static bool IsSame(StateEntry entry, WorkItem item) =>
        entry.StateId.Equals(item.StateId, StringComparison.Ordinal) || entry.StateName.Equals(item.OriginalState, StringComparison.OrdinalIgnoreCase);
}
