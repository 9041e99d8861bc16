using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>Which sprints one item was in, and since when: a compact row beside <see cref="ItemHistory"/>, read only where sprints are asked about.</summary>
/// <param name="ItemId">The item's id.</param>
/// <param name="Entries">The sprints after each change, oldest first, from the item's creation on. Never empty.</param>
public sealed record SprintHistory(string ItemId, ImmutableArray<SprintsSince> Entries)
{
    /// <summary>The history of an item.</summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="created">When it was created (UTC).</param>
    /// <param name="now">Ids of the sprints it has been in, as the tracker has it now; they hold from the creation on where no change is known.</param>
    /// <param name="changes">Its changes of <see cref="FieldNames.Sprint"/>, oldest first.</param>
    public static SprintHistory Of(string itemId, DateTimeOffset created, ImmutableArray<string> now, IReadOnlyList<SprintChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var first = new SprintsSince(created, changes.Count == 0 ? now : Ids(changes[0].From));
        return new SprintHistory(itemId, [first, .. changes.Select(c => new SprintsSince(c.At, Ids(c.To)))]);
    }

    /// <summary>True where the item was in the sprint at an instant; known is every change strictly before it.</summary>
    public bool IsIn(string sprintId, DateTimeOffset asOf) =>
        Entries.LastOrDefault(e => e.At < asOf) is { SprintIds.IsDefault: false } entry && entry.SprintIds.Contains(sprintId);

    private static ImmutableArray<string> Ids(string? joined) =>
        [.. (joined ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>The sprints of an item from an instant on, until the next entry.</summary>
/// <param name="At">Since when (UTC).</param>
/// <param name="SprintIds">Their ids; empty for none.</param>
public sealed record SprintsSince(DateTimeOffset At, ImmutableArray<string> SprintIds);

/// <summary>An item's move between sprints.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="From">Ids of the sprints before, as <see cref="FieldValue.Id"/> keeps them; null for none.</param>
/// <param name="To">Ids of the sprints after; null for none.</param>
public sealed record SprintChange(DateTimeOffset At, string? From, string? To);
