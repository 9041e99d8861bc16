using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A bug says what was expected, so that all can tell when it is mended.</summary>
internal sealed class TellExpectedAndActual : ItemRule
{
    private static readonly WordList Expectations = WordList.Named("expectations");

    // "Crashes", "hangs", "exception": everybody expects that it does not.
    private static readonly WordList Failures = WordList.Named("plainFailures");

    // "Change it to", "the correct key is": the remedy says what was expected.
    private static readonly WordList Remedies = WordList.Named("remedies");

    public override string Id => "RD011";

    public override Criterion Criterion => Criterion.Testable;

    public override string Title => "Tell what was expected";

    public override string Rationale => "What is seen becomes a fault only beside what was to be seen; without it the fix is a guess.";

    public override Source Source => new("What makes a good bug report?", "Bettenburg et al. 2008: observed and expected behaviour are among what helps most");

    public override Reading? Reading { get; } = new(60, 22, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 25;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("expected and seen", "Total is wrong", "Two articles of 5 € give 9 €. Expected: 10 €.", WorkItemKind.Bug),
        new("a crash", "Basket crashes with 100 articles", Kind: WorkItemKind.Bug),
        new("what does not happen", "Mail is missing", "The buyer does not get a mail after paying.", WorkItemKind.Bug),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("what is seen alone", "Total differs", "Two articles of 5 € give 9 €.", WorkItemKind.Bug),
        new("a title alone", "Basket in the shop", Kind: WorkItemKind.Bug),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Bug;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team) =>
        item.Criteria.Stated || item.Says(Expectations) || item.Says(Failures) || item.Says(Remedies) || Array.Exists(item.Description.Lines, l => l.Kind == LineKind.NotProse) ? [] : [Found()];
}
