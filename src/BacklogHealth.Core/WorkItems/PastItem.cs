using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>An item as it stood at an instant.</summary>
/// <param name="Item">The item, with what was known before the instant and nothing later.</param>
/// <param name="NotRebuilt">
/// What could not be rebuilt, in ordinal order: names of <see cref="FieldNames"/> whose value is today's for want of a better one, and
/// <see cref="PastState.History"/> where the tracker gave only part of the history. Empty where everything could be.
/// </param>
public sealed record PastItem(WorkItem Item, ImmutableArray<string> NotRebuilt);
