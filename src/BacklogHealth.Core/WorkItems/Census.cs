using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>One line of a listing of the whole scope.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Stamp">
/// Changes whenever the item or its place in the backlog changes; compared for equality only. Null: it has not moved since the cursor that the
/// listing was given, or there was no cursor and the item is to be fetched.
/// </param>
public readonly record struct CensusEntry(string Id, string? Stamp);

/// <summary>One page of a listing.</summary>
/// <param name="Entries">Its items.</param>
/// <param name="IsLast">True where the tracker said that nothing follows.</param>
/// <param name="Cursor">On the last page: where the tracker's own record of changes stood when the listing began, for the next listing. Null where it keeps none.</param>
public sealed record CensusPage(ImmutableArray<CensusEntry> Entries, bool IsLast, string? Cursor = null);
