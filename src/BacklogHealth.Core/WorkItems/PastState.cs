using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>
/// Rebuilds how an item stood at an instant of its past, by taking back every later change, newest first. Known is what happened before the
/// instant, strictly: the instant at which a day begins gives the state in which that day was entered. Links, of both kinds, and attachments carry
/// no time in the trackers and are kept as they are.
/// </summary>
public static class PastState
{
    /// <summary>The entry of <see cref="PastItem.NotRebuilt"/> which says that the history itself has gaps.</summary>
    public const string History = "history";

    /// <summary>The item as it stood at <paramref name="at"/>; null where it did not exist yet, or was gone (removed or invisible) before.</summary>
    public static PastItem? Rebuild(WorkItem item, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Created >= at || item.RemovedAt < at || item.NotVisibleSince < at)
        {
            return null;
        }

        var changes = item.Changes.IsDefault ? [] : item.Changes;
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var past = item;
        for (var i = changes.Length - 1; i >= 0; i--)
        {
            var change = changes[i];
            if (change.At < at)
            {
                continue;
            }

            past = UndoneFields.Undo(past, change, out var known);
            if (!known)
            {
                missing.Add(change.Field);
            }
        }

        if (!item.HistoryComplete)
        {
            missing.Add(History);
        }

        var before = changes.Where(c => c.At < at).ToImmutableArray();
        var comments = item.Comments.IsDefault ? [] : item.Comments.Where(c => c.At < at).ToImmutableArray();
        past = past with
        {
            Changes = before.Length == changes.Length ? changes : before,
            Comments = comments,
            Updated = item.Updated < at ? item.Updated : LastTouch(item.Created, before, comments),
            RemovedAt = null,
            NotVisibleSince = null,
        };
        return new PastItem(past, [.. missing]);
    }

    private static DateTimeOffset LastTouch(DateTimeOffset created, ImmutableArray<FieldChange> changes, ImmutableArray<Comment> comments) =>
        changes.Select(c => c.At).Concat(comments.Select(c => c.At)).Append(created).Max();
}
