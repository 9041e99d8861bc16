using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>To find out and to build are two items.</summary>
internal sealed class FindOutFirst : ItemRule
{
    private static readonly WordList Research = WordList.Named("researchVerbs");
    private static readonly WordList Building = WordList.Named("buildVerbs");
    private static readonly WordList Joins = WordList.Named("joins");

    public override string Id => "SL013";

    public override Criterion Criterion => Criterion.Estimatable;

    public override string Title => "Find out first, then build";

    public override string Rationale => "What will be found decides what is built, and how large it is; in one item nobody can say either.";

    public override Source Source => new("Humanizing Work guide to splitting user stories", "Lawrence and Green, break out a spike; SPIDR, spike; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(7, 6, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("only the question", "Evaluate carriers for parcels abroad"),
        new("a fault is looked for and mended", "Investigate and fix the timeout"),
        new("only the building", "Build and deploy the shop"),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("both in the title", "Evaluate payment providers and integrate one"),
        new("side by side", "Research and implement a cache for article pages"),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Spike or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var clause in Research.IsIn(item.Title) || Research.IsIn(item.Description) ? item.Clauses.Concat(Commands(item.Description, item.Language)) : [])
        {
            if (Read(clause, item.Language) is var (found, built))
            {
                return [Found([clause.Text.WordsAsEvidence(found, Math.Max(1, Research.At(clause.Text.Words, found))), clause.Text.WordsAsEvidence(built, 1)]) with
                {
                    Cut = Pieces.Cut(SplitPatterns.Spike, [Pieces.Of(clause.Text, found, built), Pieces.Of(clause.Text, built, clause.End)]),
                }];
            }
        }

        return [];
    }

    // Sentences that begin with a verb of research.
    private static IEnumerable<Clause> Commands(TextReading text, LanguageWords language) =>
        text.Sentences.Where(s => Is(Research, text.Words, s.FirstWord, language)).Select(s => new Clause(text, s.FirstWord, s.EndWord));

    // A verb of research, and behind a later "and" a verb of building: right behind it, or as the clause's last word where the language puts it there.
    private static (int Found, int Built)? Read(Clause clause, LanguageWords language)
    {
        var words = clause.Text.Words;
        var found = -1;
        for (var i = clause.First; i < clause.End; i++)
        {
            var join = Joins.At(words, i);
            if (found < 0 || join == 0)
            {
                found = found < 0 && Is(Research, words, i, language) ? i : found;
            }
            else if (i + join < clause.End)
            {
                return Is(Building, words, i + join, language) ? (found, i + join) : Is(Building, words, clause.End - 1, language) ? (found, clause.End - 1) : null;
            }
        }

        return null;
    }

    private static bool Is(WordList list, Word[] words, int i, LanguageWords language) => list.At(words, i) > 0 || language.Holds(list, language.VerbOf(words[i]));
}
