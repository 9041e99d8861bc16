using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Goals;

/// <summary>The running sprint and the next one have a goal where the team keeps goals.</summary>
internal sealed class GiveTheSprintAGoal : WholeRule
{
    public override string Id => "GO002";

    public override Criterion Criterion => Criterion.Goal;

    public override string Title => "Give the sprint a goal";

    public override string Rationale => "Without a goal each item is as good as any other, and nobody can tell what may be left out when time runs short.";

    public override Source Source => new("Scrum Guide 2020", "the Sprint Goal is the commitment of the Sprint Backlog");

    public override Reading? Reading { get; } = new(1, 1, "items of the sample tracker, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("it has one", "Pay with a voucher") { Facts = [ExampleFact.Sprint("Sprint 5")], Sprints = [new("Sprint 5", "Buyers can pay with a voucher")] },
        new("goals are kept elsewhere", "Pay with a voucher") { Facts = [ExampleFact.Sprint("Sprint 5")], Sprints = [new("Sprint 4", null, SprintPhase.Closed), new("Sprint 5", null)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("the running one", "Pay with a voucher") { Facts = [ExampleFact.Sprint("Sprint 5")], Sprints = [new("Sprint 4", "Vouchers can be sold", SprintPhase.Closed), new("Sprint 5", null)] },
        new("the next one", "Pay with a voucher") { Facts = [ExampleFact.Sprint("Sprint 6")], Sprints = [new("Sprint 5", "Vouchers can be sold"), new("Sprint 6", " ", SprintPhase.Future)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<BacklogFinding> Check(BacklogIndex backlog, TeamContext team)
    {
        var with = backlog.Sprints.Count(s => !string.IsNullOrWhiteSpace(s.Goal));
        return with == 0 ? [] : SprintGoal.ActiveAndNext(backlog)
            .Where(s => string.IsNullOrWhiteSpace(s.Sprint.Goal))
            .Select(s => new BacklogFinding(s.Sprint.Name, Found(null, null, ("n", with.ToString(CultureInfo.InvariantCulture)), ("of", backlog.Sprints.Length.ToString(CultureInfo.InvariantCulture)))));
    }
}
