using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>One item as the flow measures see it at a given instant. Made by <c>StartedAndFinished</c> only.</summary>
/// <param name="Item">The item.</param>
/// <param name="State">Where it stood.</param>
/// <param name="Started">When work on it first began; null where it never did, or where it went back to not started.</param>
/// <param name="Finished">When it last became finished; null unless <paramref name="State"/> is finished, and where nothing says when it became so.</param>
/// <param name="StateSince">Since when it had been in the tracker state it was in.</param>
/// <param name="OriginalState">The tracker's name of that state.</param>
public sealed record FlowItem(ItemHistory Item, WorkItemState State, DateTimeOffset? Started, DateTimeOffset? Finished, DateTimeOffset StateSince, string OriginalState);
