using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog.Starts;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>What sets the sample's two teams apart.</summary>
/// <param name="Folder">Folder of its text files.</param>
/// <param name="Key">The project's key.</param>
/// <param name="Name">The project's name.</param>
/// <param name="Team">The team's name.</param>
/// <param name="FirstId">Ids of project, items, states, sprints and changes begin here, so that no two teams share one.</param>
/// <param name="HasSprints">Scrum board with two-week sprints, or Kanban board.</param>
/// <param name="StatusNames">Five states: waiting, ready, in progress, being checked, done.</param>
/// <param name="YoungRate">The throughput of its first year as a share of its full one.</param>
/// <param name="ChangedDays">Length in calendar days of the regime that holds at the end; 0 for a steady team.</param>
/// <param name="ChangedRate">What is left of the full throughput in it.</param>
/// <param name="Fates">What unclear texts lead to.</param>
internal sealed record TeamPlan(
    string Folder, string Key, string Name, string Team, int FirstId, bool HasSprints, ImmutableArray<string> StatusNames,
    double YoungRate, int ChangedDays, double ChangedRate, FateRates Fates)
{
    public static ImmutableArray<TeamPlan> All { get; } =
    [
        new("Checkout", "CHK", "Checkout", "Checkout", 10000, HasSprints: true,
            ["Backlog", "Selected for Sprint", "In Progress", "In Review", "Done"], YoungRate: 0.36, ChangedDays: 42, ChangedRate: 0.42,
            new FateRates(Unclear: 0.45, UnclearOfFated: 0.86, IfUnclear: 0.58, IfClear: 0.06, UnclearCycle: 1.26, ClearCycle: 0.82)),
        new("FieldService", "FLD", "Field Service", "Field Service", 20000, HasSprints: false,
            ["Ideas", "Ready to Pull", "In Progress", "Pilot Depot", "Done"], YoungRate: 0.4, ChangedDays: 0, ChangedRate: 1,
            FateRates.Blind(unclear: 0.45, chance: 0.22)),
    ];

    public ImmutableArray<SampleStatus> Statuses =>
        [.. StatusNames.Select((name, i) => new SampleStatus(StatusId(i), name, i < 2 ? "new" : i < 4 ? "indeterminate" : "done"))];

    /// <summary>Id of the n-th state of <see cref="StatusNames"/>.</summary>
    public string StatusId(int index) => FormattableString.Invariant($"{FirstId + 100 + index}");
}
