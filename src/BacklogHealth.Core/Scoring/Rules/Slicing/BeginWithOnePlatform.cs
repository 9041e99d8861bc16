using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>An item is wanted on one platform first.</summary>
internal sealed class BeginWithOnePlatform : ItemRule
{
    private const int FewWords = 4;
    private static readonly WordList Platforms = WordList.Named("platforms");

    // "as on iOS and Android", "between iOS and Android": nothing is wanted on them.
    private static readonly WordList ComparedWith = WordList.Named("platformsCompared");

    public override string Id => "SL006";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Begin with one platform";

    public override string Rationale => "Each platform has its own tests and surprises; on the first one it shows whether the idea holds.";

    public override Source Source => new("SPIDR", "Cohn, interfaces; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(9, 6, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("one platform", "Scan a code on Android", "As a buyer I want to scan a code with my phone."),
        new("two that are compared", "Make the Android menu look as on iOS and the web"),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("two in the title", "Scan a code on Android and iOS"),
        new("three in the wish", "Print the list", "As a clerk I want to print the list from Chrome, Firefox or Safari."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var (text, first, end) in Platforms.IsIn(item.Title) || Platforms.IsIn(item.Description) ? item.Clauses : [])
        {
            var from = text == item.Title ? 0 : first;
            var row = Platforms.IsIn(text) ? Listing.Longest(text, Platforms, from, end) : [];
            if (row.Count > 1 && !IsCompared(text, from, row[0].First))
            {
                var words = row.ConvertAll(r => text.WordsAsEvidence(r.First, r.Length));
                return [Found(words) with { Cut = OwnCut.ByMembers(SplitPatterns.Interface, words) }];
            }
        }

        return [];
    }

    private static bool IsCompared(TextReading text, int from, int first)
    {
        for (var i = Math.Max(from, first - FewWords); i < first; i++)
        {
            if (ComparedWith.Holds(text.Words[i]))
            {
                return true;
            }
        }

        return false;
    }
}
