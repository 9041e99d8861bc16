using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>What a tracker answers to a query of the team's own: every item that it finds, or why the tracker cannot run it.</summary>
/// <param name="Ids">Ids of all items found, once each, in the order of ids; of the team's scope or not. Empty where the query was refused.</param>
/// <param name="Refusal">Why the tracker cannot run it, in its own words and without a full stop; null where it ran it.</param>
public sealed record QueryAnswer(ImmutableArray<string> Ids, string? Refusal = null)
{
    /// <summary>The tracker cannot run the query.</summary>
    /// <param name="why">Its own words.</param>
    public static QueryAnswer Refused(string why) => new([], why);
}
