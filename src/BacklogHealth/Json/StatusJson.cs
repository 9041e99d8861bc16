using BacklogHealth.Storage;

namespace BacklogHealth.Json;

/// <summary>How far everything has come, schema <c>backlog-health/status/1</c>. Instants are UTC.</summary>
internal sealed record StatusJson(string Schema, string Now, string Version, IReadOnlyList<TeamStatusJson> Teams, IReadOnlyList<SubscriptionJson> Subscriptions, IReadOnlyList<JobJson> Jobs);

/// <summary>What was last pulled and last reported of one team.</summary>
/// <param name="Team">Its name.</param>
/// <param name="Source">Where its items come from.</param>
/// <param name="PulledAt">When the last pull ended, or the last import; null where there was none.</param>
/// <param name="Complete">True where that pull was proven whole; null for files and where there was none.</param>
/// <param name="ProvenAt">When it was last proven that everything is stored; null where never.</param>
/// <param name="Stored">Items stored.</param>
/// <param name="InTracker">Items that the tracker listed; null where nobody listed any.</param>
/// <param name="WaitedSeconds">How long the last pull waited because the tracker asked for it.</param>
/// <param name="RunAt">When the last run ended that left a snapshot; null where none did.</param>
/// <param name="Problems">What is missing or in doubt.</param>
internal sealed record TeamStatusJson(
    string Team, string Source, string? PulledAt, bool? Complete, string? ProvenAt, int? Stored, int? InTracker, double? WaitedSeconds, string? RunAt, IReadOnlyList<string> Problems)
{
    public static TeamStatusJson From(StoredTeam team, PullResult? pull, ImportResult? import, DateTimeOffset? runAt) => pull is { } last
        ? new(team.Name, team.Source, UtcInstant.Text(last.FinishedAt), last.Complete, UtcInstant.Text(last.ProvenAt), last.Stored, last.InTracker, last.Traffic.Waited.TotalSeconds, UtcInstant.Text(runAt), last.Problems)
        : new(team.Name, team.Source, UtcInstant.Text(import?.At), null, null, null, null, null, UtcInstant.Text(runAt), []);
}
