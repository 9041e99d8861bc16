using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>A word for many operations is opened up.</summary>
internal sealed class OpenUpManage : ItemRule
{
    private static readonly WordList HiddenOperations = WordList.Named("hiddenOperations");
    private static readonly WordList AsRole = WordList.Named("roleOpens");
    private static readonly WordList CrudNouns = WordList.Named("crudNouns");
    private static readonly WordList Operations = WordList.Named("operations");

    public override string Id => "SL005";

    public override Criterion Criterion => Criterion.Atomic;

    public override string Title => "Open up manage into its operations";

    public override string Rationale => "To create, to find, to change and to remove are four items that one word hides, and seldom are all of them needed at once.";

    public override Source Source => new("Humanizing Work guide to splitting user stories", "Lawrence and Green, operations: \"manage\" is the clue; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(13, 9, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 20;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("one operation", "Create a voucher", "As a clerk I want to create a voucher."),
        new("German, one operation", "Kundendaten anzeigen") { Language = "de" },
        new("a manager is somebody", "Show the account manager", "As a buyer I want to see who my account manager is."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a word for many operations", "Manage vouchers"),
        new("German, a word for many operations", "Kundendaten verwalten") { Language = "de" },
        new("in the wish", "Vouchers", "As a clerk I want to maintain the list of vouchers."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var clause in item.Clauses)
        {
            if (item.Language.VerbsStandLast)
            {
                if (ClauseVerbs.In(clause, item.Language) is [var last] && clause.End - clause.First > 1 && Hides(clause.Text.Words[last], item.Language))
                {
                    return [Found([clause.Text.WordsAsEvidence(last, 1)])];
                }

                continue;
            }

            var length = Length(clause, item.Language);
            if (length > 0 && clause.End - clause.First > length && (clause.Text == item.Title || IsOfRole(clause)))
            {
                return [Found([clause.Text.WordsAsEvidence(clause.First, length)]) with { Cut = Cut(item) }];
            }
        }

        return [];
    }

    private static bool Hides(Word word, LanguageWords language) => language.Holds(HiddenOperations, language.VerbOfNoun(word) ?? language.VerbOf(word));

    private static int Length(Clause clause, LanguageWords language)
    {
        var verb = clause.Text.Words[clause.First];
        return HiddenOperations.Holds(verb) || language.Holds(HiddenOperations, language.VerbOf(verb)) ? 1 : CrudNouns.At(clause.Text.Words, clause.First);
    }

    // "I want to maintain this code" is the writer's own plan; a role's wish begins with "As a".
    private static bool IsOfRole(Clause clause) =>
        Array.Find(clause.Text.Sentences, s => s.FirstWord <= clause.First && clause.First < s.EndWord) is { WordCount: > 0 } sentence && AsRole.At(clause.Text.Words, sentence.FirstWord) > 0;

    // The operations that the description names side by side.
    private static Cut? Cut(ItemReading item)
    {
        var named = Operations.IsIn(item.Description) ? Listing.Longest(item.Description, Operations, 0, item.Description.Words.Length) : [];
        return Pieces.Cut(SplitPatterns.Operations, named.Select(n => item.Description.Words[n.First].Lower));
    }
}
