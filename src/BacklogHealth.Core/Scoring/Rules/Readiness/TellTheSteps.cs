using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A bug says how to get to see it.</summary>
internal sealed class TellTheSteps : ItemRule
{
    // A longer text tells the way to the fault in words of its own.
    private const int MostWords = 50;
    private const int FewWords = 8;

    // "Hangs", "crashes", "sometimes": it happens somewhere, at some time. What is merely wrong stands there for all to see.
    private static readonly WordList Failures = WordList.Named("looseFailures");

    // "Does not work": asks for the way there unless more is said.
    private static readonly WordList Standstills = WordList.Named("standstills");

    // Who knows the cause or the remedy needs no steps.
    private static readonly WordList Causes = WordList.Named("faultCauses");
    private static readonly WordList Remedies = WordList.Named("remedies");

    public override string Id => "RD010";

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Tell the steps";

    public override string Rationale => "A fault that nobody else can bring about is searched for at length and closed in doubt.";

    public override Source Source => new("What makes a good bug report?", "Bettenburg et al. 2008: developers name steps to reproduce as what helps them most");

    public override Reading? Reading { get; } = new(15, 11, "all findings on bugs of public Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 20;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("steps", "Total is wrong", "1. Put two books into the basket\n2. Remove one\nThe total stays at 20 €.", WorkItemKind.Bug),
        new("told", "Total is wrong", "When I remove one of two books, the total stays at 20 €.", WorkItemKind.Bug),
        new("code", "Basket fails", "{code}basket.add(2); basket.remove(1);{code} gives 20 €.", WorkItemKind.Bug),
        new("there for all to see", "Total is wrong", "The total in the basket is too high by the price of a book.", WorkItemKind.Bug),
        new("work filed as a bug", "Add the missing index", "The report fails in the test.", WorkItemKind.Bug),
        new("the cause is known", "Export hangs", "Due to the lock that the import holds.", WorkItemKind.Bug),
        new("German, told", "Anmeldung hängt", "Nachdem das Passwort geändert wurde, hängt die Anmeldung.", WorkItemKind.Bug) { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("that it fails alone", "Total in the basket", "Sometimes the total of a basket is too low.", WorkItemKind.Bug),
        new("a title alone", "Login fails", Kind: WorkItemKind.Bug),
        new("German, that it fails alone", "Anmeldung funktioniert nicht", "Die Anmeldung hängt manchmal.", WorkItemKind.Bug) { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Bug;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team) =>
        item.WordCount > MostWords || TitleFacts.IsOrder(item) || TitleFacts.IsAboutDocuments(item) || BugReader.TellsWay(item) || item.Says(Causes) || item.Says(Remedies)
            ? []
            : item.Fields.Select(f => Failure(f, item.Description.Words.Length <= FewWords)).OfType<Evidence>().Take(1).Select(e => Found([e]));

    private static Evidence? Failure(TextReading text, bool saysLittle) => First(text, Failures) ?? (saysLittle ? First(text, Standstills) : null);

    private static Evidence? First(TextReading text, WordList failures)
    {
        var at = failures.IsIn(text) ? failures.First(text.Words, 0, text.Words.Length) : -1;
        return at < 0 ? null : text.WordsAsEvidence(at, failures.At(text.Words, at));
    }
}
