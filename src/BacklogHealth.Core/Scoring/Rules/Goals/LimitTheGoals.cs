using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Goals;

/// <summary>A team works on few goals at a time.</summary>
internal sealed class LimitTheGoals : WholeRule
{
    private const int Most = 5;
    private const int MostNamed = 5;
    private static readonly ExampleFact Far = ExampleFact.WithoutParent();

    public override string Id => "GO006";

    public override Criterion Criterion => Criterion.Goal;

    public override string Title => "Limit the goals in progress";

    public override string Rationale => "Each goal that is under way waits for the others; five that move slowly are five that help nobody yet.";

    public override Source Source => new("Kanban Guide 2020", "limit work in progress; five epics are our judgement");

    public override Reading? Reading { get; } = new(2, 2, "items of the sample tracker, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("three epics under way", "Pay with a voucher") { Facts = [Far, ExampleFact.Started(3)], Beside = [.. Epics(3)] },
        new("many epics, few of them begun", "Pay with a voucher") { Beside = [.. Epics(9, begun: 2)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("six epics under way", "Pay with a voucher") { Facts = [Far, ExampleFact.Started(3)], Beside = [.. Epics(6)] },
        new("eight of ten", "Pay with a voucher") { Beside = [.. Epics(10, begun: 8)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<BacklogFinding> Check(BacklogIndex backlog, TeamContext team)
    {
        var under = backlog.Rows.Where(r => r is { IsOpen: true, Kind: WorkItemKind.Epic } && backlog.Children(r.Id).Any(c => c is { IsOpen: true, State: WorkItemState.Started })).ToList();
        if (under.Count <= Most)
        {
            return [];
        }

        var names = string.Join(", ", under.Take(MostNamed).Select(e => e.Key)) + (under.Count > MostNamed ? ", …" : "");
        return [new BacklogFinding("", Found(null, null, ("n", under.Count.ToString(CultureInfo.InvariantCulture)), ("names", names)))];
    }

    // Each with one item under way.
    private static IEnumerable<Example> Epics(int count, int begun = int.MaxValue) => Enumerable.Range(1, count).Select(i => new Example("", $"Epic {i}", Kind: WorkItemKind.Epic)
    {
        Facts = [Far],
        Below = [new("", $"Item of epic {i}") { Facts = i <= begun ? [ExampleFact.Started(5)] : [] }],
    });
}
