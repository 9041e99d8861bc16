using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A spike says what it is to answer.</summary>
internal sealed class AskOneQuestion : ItemRule
{
    public override string Id => "RD012";

    public override Criterion Criterion => Criterion.Testable;

    public override string Title => "Ask a question to be answered";

    public override string Rationale => "Research without a question ends when time does, and leaves nothing that can be decided.";

    public override Source Source => new("SPIDR: spike", "Cohn; practice, not in the Scrum Guide");

    public override Severity Severity => Severity.Info;

    public override int Points => 25;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a question", "Compare two map providers", "Which of the two shows house numbers offline?", WorkItemKind.Spike),
        new("a decision", "Map providers", "We decide on one of the two.", WorkItemKind.Spike),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a topic", "Map providers", "Look at map providers for two days.", WorkItemKind.Spike),
        new("a title alone", "Map providers", Kind: WorkItemKind.Spike),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Spike;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team) =>
        SpikeReader.Asks(item) ? [] : [Found()];
}
