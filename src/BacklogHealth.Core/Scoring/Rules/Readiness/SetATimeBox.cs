using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A spike says when it ends, whatever has been found by then.</summary>
internal sealed class SetATimeBox : ItemRule
{
    public override string Id => "RD013";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Set a time box";

    public override string Rationale => "There is always more to find out; a limit set before makes somebody decide with what is known.";

    public override Source Source => new("SPIDR: spike", "Cohn; practice, not in the Scrum Guide; an estimate, a date or a sprint counts as a limit");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("days", "Compare two map providers", "Which of the two shows house numbers offline? At most two days.", WorkItemKind.Spike),
        new("an estimate", "Compare two map providers", "Which of the two shows house numbers offline?", WorkItemKind.Spike) { Facts = [ExampleFact.Points(2)] },
        new("a number of hours", "Compare two map providers in 6 hours", Kind: WorkItemKind.Spike),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("no end", "Compare two map providers", "Which of the two shows house numbers offline?", WorkItemKind.Spike),
        new("a title alone", "Look into map providers", Kind: WorkItemKind.Spike),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Spike;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team) =>
        SpikeReader.EndsInTime(item) ? [] : [Found()];
}
