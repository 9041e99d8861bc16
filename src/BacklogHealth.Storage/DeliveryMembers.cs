using System.Collections.Immutable;

namespace BacklogHealth.Storage;

/// <summary>What the query of a delivery found.</summary>
/// <param name="Ids">Ids of the items, ordinally; they need not be stored.</param>
/// <param name="AnsweredAt">When the query was last answered.</param>
/// <param name="Refusal">Why the tracker has refused it since then, in the tracker's own words; null where it has not.</param>
public sealed record DeliveryMembers(ImmutableArray<string> Ids, DateTimeOffset AnsweredAt, string? Refusal);
