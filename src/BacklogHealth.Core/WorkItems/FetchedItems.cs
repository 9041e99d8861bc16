using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>Items asked for and what came.</summary>
/// <param name="Items">The items, whole.</param>
/// <param name="Unavailable">Ids that the tracker would not give, with its reason.</param>
/// <param name="Payloads">What the tracker sent for each item, from which it can be read again; one for each item, or none at all.</param>
public sealed record FetchedItems(ImmutableArray<WorkItem> Items, ImmutableArray<UnavailableItem> Unavailable, ImmutableArray<ItemPayload> Payloads = default)
{
    /// <summary>What the tracker sent for each item, from which it can be read again; one for each item, or none at all.</summary>
    public ImmutableArray<ItemPayload> Payloads { get; init; } = Payloads.IsDefault ? [] : Payloads;
}

/// <summary>An item that was asked for and did not come.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Reason">Why, in the tracker's words.</param>
/// <param name="Absence">What is known of why.</param>
public sealed record UnavailableItem(string Id, string Reason, Absence Absence = Absence.Unknown);

/// <summary>What is known of why an item did not come.</summary>
public enum Absence
{
    /// <summary>It is gone, or our account may not see it: the tracker tells nobody which.</summary>
    Unknown,

    /// <summary>The tracker says that it was deleted.</summary>
    Deleted,

    /// <summary>The tracker says that our account may not see it.</summary>
    Forbidden,

    /// <summary>It is there, and what came of it cannot be read: too large, or without the parts that every item has.</summary>
    Unreadable,
}

/// <summary>What a tracker sent for one item: all parts that the item was read from.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Json">The tracker's own JSON, UTF-8, its parts joined in one object whose shape only the connector knows.</param>
public sealed record ItemPayload(string Id, ReadOnlyMemory<byte> Json);

/// <summary>Looks up what the tracker sent for an item the last time it was fetched; null where that is not kept.</summary>
/// <param name="id">The item's id.</param>
/// <param name="cancellation">Stops the work.</param>
public delegate Task<ItemPayload?> KnownPayloads(string id, CancellationToken cancellation);
