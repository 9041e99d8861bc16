using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A bug says how to get to see it.</summary>
internal sealed class TellTheSteps : ItemRule
{
    private const int FewestListed = 2;
    private static readonly WordList StepsHeadings = WordList.Named("stepsHeadings");
    private static readonly WordList Reproducing = WordList.Named("reproducing");

    public override string Id => "RD010";

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Tell the steps";

    public override string Rationale => "A fault that nobody else can bring about is searched for at length and closed in doubt.";

    public override Source Source => new("What makes a good bug report?", "Bettenburg et al. 2008: developers name steps to reproduce as what helps them most");

    public override Reading? Reading { get; } = new(45, 20, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 20;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("steps", "Total is wrong", "1. Put two books into the basket\n2. Remove one\nThe total stays at 20 €.", WorkItemKind.Bug),
        new("told", "Total is wrong", "When I remove one of two books, the total stays at 20 €.", WorkItemKind.Bug),
        new("code", "Total is wrong", "{code}basket.add(2); basket.remove(1);{code} gives 20 €.", WorkItemKind.Bug),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("what is wrong alone", "Total is wrong", "The total in the basket is too high by the price of a book.", WorkItemKind.Bug),
        new("a title alone", "Login fails", Kind: WorkItemKind.Bug),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Bug;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team) =>
        item.Says(Reproducing) || item.Says(StepsHeadings) || Array.Exists(item.Fields, Lists) || Array.Exists(item.Fields, ShowsCode) ? [] : [Found()];

    private static bool Lists(TextReading text) => text.Lines.Count(l => l.Kind is LineKind.ListItem or LineKind.Checkbox) >= FewestListed;

    // A log, a stack trace or a test shows how it came about to who can read it.
    private static bool ShowsCode(TextReading text) =>
        Array.Exists(text.Lines, l => l.Kind == LineKind.NotProse) || text.Text.Spans.Any(s => s.Kind == TextKind.Code) || text.Plain.Contains("{code", StringComparison.Ordinal) || text.Plain.Contains("{noformat", StringComparison.Ordinal);
}
