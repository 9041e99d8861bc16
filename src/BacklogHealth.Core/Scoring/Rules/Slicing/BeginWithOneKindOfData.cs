using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>An item is wanted for one kind of data first.</summary>
internal sealed class BeginWithOneKindOfData : ItemRule
{
    private const int Fewest = 4;
    private static readonly WordList[] Kinds = [.. new[] { "currencies", "formats", "languages", "countries", "payments" }.Select(k => WordList.Named("dataKinds." + k))];

    public override string Id => "SL008";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Begin with one kind of data";

    public override string Rationale => "One format, currency or language goes the whole way and shows what the others will need.";

    public override Source Source => new("Humanizing Work guide to splitting user stories", "Lawrence and Green, data variations; SPIDR, data; the number is our judgement");

    public override Reading? Reading { get; } = new(1, 1, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("three formats", "Export orders", "As a clerk I want to export orders as CSV, XML or PDF."),
        new("languages apart", "Translate the mail", "The German text is there. An English one is wanted. French, too, was asked for. Polish is for later."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("four formats", "Export orders", "As a clerk I want to export orders as CSV, XML, PDF and JSON."),
        new("five countries", "Ship abroad", "Orders should go to Germany, Austria, Switzerland, France and Italy."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var text in item.Fields)
        {
            foreach (var kind in Kinds)
            {
                if (kind.IsIn(text) && Listing.Longest(text, kind, 0, text.Words.Length) is { Count: >= Fewest } row)
                {
                    var words = row.ConvertAll(r => text.WordsAsEvidence(r.First, r.Length));
                    return [Found(words) with { Cut = OwnCut.ByMembers(SplitPatterns.Data, words) }];
                }
            }
        }

        return [];
    }
}
