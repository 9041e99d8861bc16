using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>An item is not a whole workflow told from its first step to its last.</summary>
internal sealed class TakeOneStepFirst : ItemRule
{
    public override string Id => "SL004";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Take one step of the workflow first";

    public override string Rationale => "The first and the last step alone often help somebody already; what lies between can follow.";

    public override Source Source => new("Humanizing Work guide to splitting user stories", "Lawrence and Green, workflow steps; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(31, 22, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("one step", "Pick a seat", "As a visitor I want to pick a seat. Then the price is shown."),
        new("what comes of a condition", "Pick a seat", "If the seat is taken, then it is grey. If it is free, then it is green. Finally the map is drawn."),
        new("steps of instructions", "Seats are lost", "Steps to reproduce:\n1. Open the map\n2. Pick a seat\n3. Pick another\n4. Go back"),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("told one after the other", "Buy a ticket", "The visitor should pick a film, then choose a seat, after that pay and finally print the ticket."),
        new("numbered", "Return an article", "What is needed:\n1. Print a label in the shop\n2. Book the parcel in when it arrives\n3. Check the article\n4. Pay the money back"),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var (steps, numbered) = StepReader.In(item);
        return steps.Count == 0 ? [] :
        [
            Found(
                steps.Select(s => s.Text.WordsAsEvidence(s.First, s.End - s.First)), null,
                ("n", steps.Count.ToString(CultureInfo.InvariantCulture)), ("for", numbered ? "numbered" : "told")) with { Cut = OwnCut.BySteps(steps) },
        ];
    }
}
