using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>The first piece works; speed and polish come behind it.</summary>
internal sealed class MakeItWorkThenFast : ItemRule
{
    private static readonly WordList Polish = WordList.Named("polish");
    private static readonly WordList Building = WordList.Named("buildVerbs");
    private static readonly WordList Operations = WordList.Named("operations");
    private static readonly WordList Joins = WordList.Named("joins");

    public override string Id => "SL014";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Make it work, then make it fast";

    public override string Rationale => "Whether it is worth being fast shows once it is used.";

    public override Source Source => new("Humanizing Work guide to splitting user stories", "Lawrence and Green, defer performance; practice, not in the Scrum Guide");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("it works", "Build a search by title"),
        new("speed is the goal", "Make the search faster"),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("fast at once", "Build a fast and scalable search"),
        new("polish behind the goal", "Show the seats of a hall", "As a visitor I want to see a beautiful, animated map of the seats."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var clause in Polish.IsIn(item.Title) || Polish.IsIn(item.Description) ? item.Clauses : [])
        {
            var row = Builds(clause, item.Language) ? Listing.Longest(clause.Text, Polish, clause.First + 1, clause.End) : [];
            if (row.Count > 1 || (row.Count == 1 && row[0].End == clause.End && Joins.At(clause.Text.Words, row[0].First - 1) > 0))
            {
                return [Found(row.Select(r => clause.Text.WordsAsEvidence(r.First, r.Length)))];
            }
        }

        return [];
    }

    private static bool Builds(Clause clause, LanguageWords language) =>
        language.VerbOf(clause.Text.Words[clause.First]) is { } verb && (language.Holds(Building, verb) || language.Holds(Operations, verb));
}
