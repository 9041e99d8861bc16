using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A bug says what was expected, so that all can tell when it is mended.</summary>
internal sealed class TellExpectedAndActual : ItemRule
{
    // A longer text tells in words of its own what is wrong with what is seen.
    private const int MostWords = 60;

    // So short a description says no more than the title does.
    private const int FewWords = 16;

    // "Slow", "inconsistent", "confusing": how fast, like what, clearer how? What is absent, cut off or falls down needs no such word.
    private static readonly WordList LooseFaults = WordList.Named("looseFaults");

    // "Wrong" and "layout issue" say as little, but a description mostly says what is seen, and with it what was to be seen.
    private static readonly WordList Wrongness = WordList.Named("wrongness");
    private static readonly WordList Expectations = WordList.Named("expectations");

    private static readonly WordList Causes = WordList.Named("faultCauses");
    private static readonly WordList StepsHeadings = WordList.Named("stepsHeadings");

    // "Crashes", "hangs", "exception": everybody expects that it does not.
    private static readonly WordList Failures = WordList.Named("plainFailures");

    // "Change it to", "the correct key is": the remedy says what was expected.
    private static readonly WordList Remedies = WordList.Named("remedies");

    public override string Id => "RD011";

    public override Criterion Criterion => Criterion.Testable;

    public override string Title => "Tell what was expected";

    public override string Rationale => "What is seen becomes a fault only beside what was to be seen; without it the fix is a guess.";

    public override Source Source => new("What makes a good bug report?", "Bettenburg et al. 2008: observed and expected behaviour are among what helps most");

    public override Reading? Reading { get; } = new(29, 21, "all findings on bugs of public Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 25;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("expected and seen", "Total is wrong", "Two articles of 5 € give 9 €. Expected: 10 €.", WorkItemKind.Bug),
        new("a crash", "Basket crashes with 100 articles", Kind: WorkItemKind.Bug),
        new("what does not happen", "Mail is missing", "The buyer does not get a mail after paying.", WorkItemKind.Bug),
        new("plain from what is seen", "Wrong total in the basket", "Two articles of 5 € each, put into the basket one by one, give a total of 9 € there and on the bill.", WorkItemKind.Bug),
        new("German, expected and seen", "Suche ist langsam", "Sie braucht 8 Sekunden, erwartet sind 2.", WorkItemKind.Bug) { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("slow", "Search is slow with many articles", "It takes eight seconds in the big shop.", WorkItemKind.Bug),
        new("wrong, and no more", "Wrong label in the basket", Kind: WorkItemKind.Bug),
        new("German, an issue", "Probleme mit dem Layout der Kasse", "Auf dem Telefon.", WorkItemKind.Bug) { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Bug;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var title = item.Title;
        var at = LooseFaults.First(title.Words, 0, title.Words.Length);
        var list = at >= 0 || item.Description.Words.Length >= FewWords ? LooseFaults : Wrongness;
        at = at >= 0 || IsQuoted(title) ? at : list.First(title.Words, 0, title.Words.Length);
        return at < 0 || item.WordCount > MostWords || TitleFacts.IsOrder(item) || TitleFacts.IsAboutDocuments(item) || TellsMore(item) ? [] : [Found([title.WordsAsEvidence(at, list.At(title.Words, at))])];
    }

    // What is quoted is what is seen: "Wrong label: “Totle”".
    private static bool IsQuoted(TextReading title) => title.Plain.AsSpan().ContainsAny('"', '“', '„');

    private static bool TellsMore(ItemReading item) =>
        item.Criteria.Stated || item.Says(Causes) || item.Says(StepsHeadings) || item.Says(Expectations) || item.Says(Failures) || item.Says(Remedies) || Array.Exists(item.Description.Lines, l => l.Kind == LineKind.NotProse);
}
