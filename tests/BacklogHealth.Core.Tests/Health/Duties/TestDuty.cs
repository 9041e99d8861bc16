using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health.Duties;

/// <summary>A few items of a team of which one duty is asked, as known on day 400 of the test histories.</summary>
internal sealed record TestDuty
{
    public const int Now = 400;

    public ImmutableArray<ItemHistory> Items { get; init; } = [];

    public ImmutableArray<(ScoredItem Scored, ItemHistory History)> Open { get; init; } = [];

    public Dictionary<string, ItemFacts> Facts { get; init; } = new(StringComparer.Ordinal);

    public ImmutableArray<Sprint> Sprints { get; init; } = [];

    public ImmutableArray<SprintHistory> InSprints { get; init; } = [];

    public Dictionary<string, bool> ReadyAtStart { get; init; } = new(StringComparer.Ordinal);

    public ImmutableArray<string> Muted { get; init; } = [];

    public ImmutableArray<Rule> Rules { get; init; } = RuleBook.All.Rules;

    public ImmutableSortedDictionary<string, double> WeekBefore { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public Workflow Workflow { get; init; } = TestHistory.Board;

    /// <summary>What a measure says, for example "2 of 6 (33 %)", or why it is not available.</summary>
    public string Ask(string measure) => Measure(measure) is var m && m.Available ? m.Said.ToString() : m.Reason!.ToString();

    public DutyMeasure Measure(string id) => Report().Duties.SelectMany(d => d.Measures).Single(m => m.Id == id);

    public DutyReport Report() => DutyReport.Of(new DutyData(Health(), InSprints, Muted.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase)) { Rules = Rules }).Since(WeekBefore);

    public TeamHealth Health()
    {
        var input = TestTeam.Input(Items, [.. Open]) with { AsOf = TestHistory.At(Now), Sprints = Sprints, SprintHistories = InSprints, Workflow = Workflow, ReadyAtStart = ReadyAtStart, DutyFacts = new DutyFacts(Facts) };
        return HealthBuilder.Build(input) with { LastWeek = new WeekBefore(TestHistory.At(Now - 7), "history", null, null, 0, ImmutableSortedDictionary<string, ItemThen>.Empty, ImmutableSortedDictionary<string, DeliveryThen>.Empty) { Duties = WeekBefore } };
    }

    /// <summary>So many items, each started and finished on the days given.</summary>
    public static IEnumerable<ItemHistory> Done(int count, double started, double finished, string prefix = "d") =>
        Enumerable.Range(1, count).Select(i => TestHistory.Item($"{prefix}{i}", (started - 2, "To Do"), (started, "In Progress"), (finished, "Done")));

    public static ItemHistory Epic(string id, params (double Day, string State)[] states) => TestHistory.Item(id, states) with { Kind = WorkItemKind.Epic };

    /// <summary>An open item with findings of rules.</summary>
    public static (ScoredItem Scored, ItemHistory History) Waiting(string id, WorkItemKind kind = WorkItemKind.Story, string? parent = null, double created = 390, params string[] rules)
    {
        var (scored, history) = TestTeam.Open(id, rank: id, created: created, kind: kind, parent: parent);
        return (scored with { Score = scored.Score with { Findings = [.. rules.Select(r => new Finding(r, Severity.Info, 0, Score.Clarity, ImmutableSortedDictionary<string, string>.Empty, []))] } }, history);
    }

    public static Sprint Closed(string id, double end, string? goal = null) =>
        new(id, id, goal, SprintPhase.Closed, TestHistory.At(end - 14), TestHistory.At(end), TestHistory.At(end));

    public static Remark Says(double day, bool asks = false, bool tellsOfUse = false) => new(TestHistory.At(day), asks, tellsOfUse);
}

/// <summary>A rule with an id of its own that makes sense for stories alone; what it finds is given with the items.</summary>
internal sealed class TestRule(string id, params WorkItemKind[] kinds) : Rule
{
    public override string Id => id;

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Test";

    public override string Rationale => "Test.";

    public override Source Source => new("Test", "Test");

    public override Severity Severity => Severity.Info;

    public override int Points => 0;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good => [];

    public override ImmutableArray<Example> Bad => [];

    public override bool AppliesTo(WorkItemKind kind) => kinds.Length == 0 ? kind == WorkItemKind.Story : kinds.Contains(kind);
}
