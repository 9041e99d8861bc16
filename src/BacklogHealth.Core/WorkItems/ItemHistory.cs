using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>One item as a compact row: what is needed to count it, and no text. The history of a whole tracker fits in memory this way.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ParentId">Id of its parent; null where there is none.</param>
/// <param name="StoryPoints">The estimate; null where there is none.</param>
/// <param name="Created">When it was created (UTC).</param>
/// <param name="Gone">When it was removed or became invisible; null while it is there.</param>
/// <param name="States">Its states, oldest first; the first entry is the state in which it was created, at <paramref name="Created"/>. Never empty.</param>
/// <param name="Discarded">True where its resolution says that it was dropped rather than delivered (won't do, duplicate, invalid).</param>
/// <param name="Complete">False where the tracker gave less than the whole history.</param>
public sealed record ItemHistory(
    string Id,
    string Key,
    WorkItemKind Kind,
    string? ParentId,
    double? StoryPoints,
    DateTimeOffset Created,
    DateTimeOffset? Gone,
    ImmutableArray<StateEntry> States,
    bool Discarded = false,
    bool Complete = true)
{
    /// <summary>True where it was found to have come from elsewhere already finished, with many others: the day of its finish is that of the import.</summary>
    public bool Imported { get; init; }
}

/// <summary>An item entered a state.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="StateId">The tracker's id of the state.</param>
/// <param name="StateName">The tracker's name of the state at that time.</param>
/// <param name="Reset">
/// True where the item moved to another project or changed its type at the same instant: the tracker may have put it back to a first state, and a
/// step back says nothing of the work.
/// </param>
public readonly record struct StateEntry(DateTimeOffset At, string StateId, string StateName, bool Reset = false);

/// <summary>Which resolutions mean that an item was dropped, not delivered.</summary>
public static class Resolutions
{
    private static readonly string[] Words = ["won't", "wont", "will not", "duplicate", "invalid", "cannot reproduce", "can't reproduce", "not a bug", "obsolete", "abandoned", "declined", "rejected", "cancelled", "canceled", "incomplete", "removed"];

    /// <summary>True where the name says that nothing was delivered; false for null and for every other name.</summary>
    public static bool MeanDiscarded(string? resolution) =>
        resolution is not null && Words.Any(w => resolution.Contains(w, StringComparison.OrdinalIgnoreCase));
}
