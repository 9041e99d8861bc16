using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Storage;

/// <summary>An item and the team whose scope holds it.</summary>
/// <param name="Team">Name of the team.</param>
/// <param name="Item">The item as stored.</param>
public sealed record FoundItem(string Team, WorkItem Item);
