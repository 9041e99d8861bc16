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

/// <summary>An item that the tracker listed and would not give.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Reason">Why, in the tracker's words.</param>
public sealed record UnavailableItem(string Id, string Reason);

/// <summary>What a tracker sent for one item: all parts that the item was read from.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Json">The tracker's own JSON, UTF-8, its parts joined in one object whose shape only the connector knows.</param>
public sealed record ItemPayload(string Id, ReadOnlyMemory<byte> Json);

/// <summary>Looks up what the tracker sent for an item the last time it was fetched; null where that is not kept.</summary>
/// <param name="id">The item's id.</param>
/// <param name="cancellation">Stops the work.</param>
public delegate Task<ItemPayload?> KnownPayloads(string id, CancellationToken cancellation);
