using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>The description forms at least one sentence.</summary>
internal sealed class WriteWholeSentences : ItemRule
{
    private const int FewestWords = 3;

    // In a longer text a verb is likely that no list knows.
    private const int MostWords = 8;
    private static readonly WordList FiniteWords = WordList.Named("finiteWords");

    public override string Id => "CL010";

    public override Criterion Criterion => Criterion.FullSentence;

    public override string Title => "Write whole sentences";

    public override string Rationale => "Words in a row remind their author; a sentence with a verb says to others what happens to whom.";

    public override Source Source => new("Quality User Story framework: full sentence", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x; here applied to descriptions");

    public override Reading? Reading { get; } = new(67, 59, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 8;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a sentence", "Sort the packing list", "The list is sorted by shelf."),
        new("a command", "Sort the packing list", "Sort by shelf, then by article."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("words in a row", "Packing list", "Shelf numbers, second sheet, big warehouse."),
        new("half a sentence", "Vouchers", "Only for shops in the north."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.SubTask or WorkItemKind.Bug);

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var text = item.Description;
        if (text.Words.Length is < FewestWords or > MostWords || FiniteWords.IsIn(text) || !item.CriteriaField.Text.IsBlank)
        {
            return [];
        }

        foreach (var word in text.Words)
        {
            if (IsVerb(word, item.Language))
            {
                return [];
            }
        }

        // A list, a table, code or a link says something without a verb.
        return Array.Exists(text.Lines, l => l.Kind is not (LineKind.Paragraph or LineKind.Heading)) || text.Prose.Contains(Prose.Blank)
            ? []
            : [Found([text.WordsAsEvidence(0, text.Words.Length)])];
    }

    // Any form of a verb; "shows" and "added" by their endings.
    private static bool IsVerb(Word word, LanguageWords language) =>
        language.VerbOf(word) is not null || (word.Length > 3 && language.IsInflectedVerb(word.Lower));
}
