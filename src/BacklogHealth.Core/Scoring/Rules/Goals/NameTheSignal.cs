using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Goals;

/// <summary>What believes something says by what it will be known.</summary>
internal sealed class NameTheSignal : ItemRule
{
    private static readonly WordList Beliefs = WordList.Named("beliefs");
    private static readonly WordList Signals = WordList.Named("signals");

    public override string Id => "GO007";

    public override Criterion Criterion => Criterion.Hypothesis;

    public override string Title => "Name the signal of a hypothesis";

    public override string Rationale => "A belief without a signal is never found wrong, and the next one rests on it.";

    public override Source Source => new("Hypothesis-driven development", "O\u2019Reilly 2013: we believe, will result in, we will know when; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(5, 3, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("with a signal", "Gift vouchers", "We believe that vouchers bring new buyers. We will know when one of five comes back."),
        new("with a number", "Gift vouchers", "We believe that vouchers bring 5 % more orders in December."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("only the belief", "Gift vouchers", "We believe that vouchers bring new buyers."),
        new("a hypothesis by name", "Remember the shop", "Our hypothesis is that people who find their shop again buy more."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Bug or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var text in item.Fields)
        {
            var at = Beliefs.IsIn(text) ? Beliefs.First(text.Words, 0, text.Words.Length) : -1;
            if (at >= 0)
            {
                return item.Says(Signals) || item.Fields.Any(f => Measures.Stand(f, item.Language, 0, f.Words.Length))
                    ? []
                    : [Found([text.WordsAsEvidence(at, Beliefs.At(text.Words, at))])];
            }
        }

        return [];
    }
}
