using System.Collections.Immutable;

namespace BacklogHealth.Storage;

/// <summary>Something that was done on a person's word.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Pull">Number of the pull in which it was done.</param>
/// <param name="Action">What was done: <see cref="RemovalsAccepted"/>.</param>
/// <param name="Ids">Ids of the items it was done to, in ordinal order.</param>
/// <param name="By">On whose word; null where nobody was named.</param>
public sealed record AuditEntry(DateTimeOffset At, long Pull, string Action, ImmutableArray<string> Ids, string? By)
{
    /// <summary>Items that the tracker did not list were removed without waiting for a second proof.</summary>
    public const string RemovalsAccepted = "removals-accepted";
}
