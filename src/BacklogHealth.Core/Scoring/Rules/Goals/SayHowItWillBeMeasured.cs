using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Goals;

/// <summary>An epic says by what it will be known that it has worked.</summary>
internal sealed class SayHowItWillBeMeasured : ItemRule
{
    private static readonly WordList Signals = WordList.Named("signals");
    private static readonly WordList Outcomes = WordList.Named("outcomeWords");

    public override string Id => "GO005";

    public override Criterion Criterion => Criterion.Goal;

    public override string Title => "Say how the outcome will be measured";

    public override string Rationale => "Without a measure an epic is over when everything is built; with one, when it has worked, which may be sooner.";

    public override Source Source => new("Evidence-Based Management Guide", "Scrum.org 2024, goals are measurable; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(60, 56, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a number with its unit", "Vouchers", "Buyers lose vouchers. One of ten calls is about them; half of that, 5 %, is enough.", WorkItemKind.Epic),
        new("a signal", "Vouchers", "Success metrics: the hotline is asked less often.", WorkItemKind.Epic),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("only what is built", "Vouchers", "Vouchers can be sold, paid with and locked.", WorkItemKind.Epic),
        new("a hope", "Faster checkout", "Buyers are happier because they wait less.", WorkItemKind.Epic),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Epic;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team) =>
        item.Description.Words.Length == 0 || item.Says(Signals) || item.Says(Outcomes) || item.Fields.Any(f => Measures.Stand(f, item.Language, 0, f.Words.Length)) ? [] : [Found()];
}
