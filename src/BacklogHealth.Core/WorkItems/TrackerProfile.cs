using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>What a tracker says of a team's place in it: found once a cycle, kept with the items.</summary>
/// <param name="Workflow">The states, with the tracker's own categories as meaning, in the order of the board.</param>
/// <param name="Sprints">All sprints of the team's boards, oldest first; empty where it works without.</param>
/// <param name="TimeZoneId">IANA zone of the account or server; null where unknown.</param>
/// <param name="BrowseUrl">Address of an item with <c>{key}</c> in the place of its key; null where the tracker has no pages.</param>
/// <param name="Notes">What was left out or could not be found, as sentences; for the person who set it up.</param>
public sealed record TrackerProfile(
    Workflow Workflow,
    ImmutableArray<Sprint> Sprints,
    string? TimeZoneId,
    string? BrowseUrl,
    ImmutableArray<string> Notes);

/// <summary>One line of a listing of the whole scope.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Stamp">Changes whenever the item changes; compared for equality only.</param>
public readonly record struct CensusEntry(string Id, string Stamp);

/// <summary>One page of a listing.</summary>
/// <param name="Entries">Its items.</param>
/// <param name="IsLast">True where the tracker said that nothing follows.</param>
public sealed record CensusPage(ImmutableArray<CensusEntry> Entries, bool IsLast);

/// <summary>Items asked for and what came.</summary>
/// <param name="Items">The items, whole.</param>
/// <param name="Unavailable">Ids that the tracker would not give, with its reason.</param>
public sealed record FetchedItems(ImmutableArray<WorkItem> Items, ImmutableArray<UnavailableItem> Unavailable);

/// <summary>An item that the tracker listed and would not give.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Reason">Why, in the tracker's words.</param>
public sealed record UnavailableItem(string Id, string Reason);
