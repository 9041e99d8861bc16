using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>There is a description, and it says more than the title.</summary>
internal sealed class DescribeTheItem : ItemRule
{
    // An empty field leaves out the reason and the checks too; the rules that ask for them stay silent, and what they would take is taken here.
    private const int Own = 20;
    private const int Reason = 15;
    private const int Checks = 20;

    public override string Id => "CL001";

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Describe the item";

    public override string Rationale => "A title reminds those who were there; everybody else needs a sentence or two.";

    public override Source Source => new("What makes a good user story: card, conversation, confirmation", "Jeffries 2001; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(100, 79, "public items of 11 Jira projects, November 2026");

    public override Severity Severity => Severity.Warning;

    public override int Points => Own + Reason + Checks;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("two sentences", "Show the delivery day in the basket", "People leave the basket to look it up on the shipping page. The day that the carrier promises stands next to each article."),
        new("criteria are a description too", "Print the packing list", "Acceptance criteria:\n- one line per article\n- the shelf is on it"),
        new("a title that says it all", "Show the delivery day of the carrier instead of our own when both of them are known"),
        new("German, two sentences", "Liefertag im Warenkorb anzeigen", "Kunden verlassen den Warenkorb, um ihn nachzuschlagen. Der zugesagte Tag steht neben jedem Artikel.") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("title only", "Show the delivery day in the basket"),
        new("the title again", "Show the delivery day in the basket", "Show the delivery day in the basket."),
        new("German, the title again", "Liefertag im Warenkorb anzeigen", "Im Warenkorb Liefertag anzeigen.") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (!item.HasTitleOnly || TitleFacts.SaysAll(item))
        {
            return [];
        }

        return item.Item.Description.IsBlank
            ? [Found(null, PointsOf(item))]
            : [Found([item.Description.WordsAsEvidence(0, item.Description.Words.Length)], PointsOf(item), ("for", "repeats"))];
    }

    private static int PointsOf(ItemReading item) =>
        Own
        + (ReasonReader.IsAskedOf(item.Item.Kind) && !item.ReasonAbove && !item.Reason.Given ? Reason : 0)
        + (item.Item.Kind == WorkItemKind.Epic ? 0 : Checks);
}
