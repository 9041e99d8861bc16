using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>An item offers one way to give something in first.</summary>
internal sealed class OfferOneWayIn : ItemRule
{
    private const int Fewest = 3;
    private static readonly WordList Ways = WordList.Named("waysIn");

    public override string Id => "SL009";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Offer one way in first";

    public override string Rationale => "The plainest way in makes everything behind it work; a second way adds comfort, and can follow.";

    public override Source Source => new("Humanizing Work guide to splitting user stories", "Lawrence and Green, data-entry methods; SPIDR, interface; practice, not in the Scrum Guide");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("one way", "Enter a serial number", "As a technician I want to scan the barcode."),
        new("ways out", "Tell the buyer", "As a buyer I want to be told by mail."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("three ways", "Enter a serial number", "As a technician I want to enter the number by keyboard, barcode or camera."),
        new("in the title", "Order by phone, e-mail or fax"),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var (text, first, end) in Ways.IsIn(item.Title) || Ways.IsIn(item.Description) ? item.Clauses : [])
        {
            if (Ways.IsIn(text) && Listing.Longest(text, Ways, first, end) is { Count: >= Fewest } row)
            {
                var words = row.ConvertAll(r => text.WordsAsEvidence(r.First, r.Length));
                return [Found(words) with { Cut = OwnCut.ByMembers(SplitPatterns.Interface, words) }];
            }
        }

        return [];
    }
}
