using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>The title can be read at a glance; details stand in the description.</summary>
internal sealed class KeepTheTitleShort : ItemRule
{
    private const int MostUnits = 110;
    private static readonly WordList AsRole = WordList.Named("asRole");

    public override string Id => "CL023";

    public override Criterion Criterion => Criterion.Minimal;

    public override string Title => "Keep the title short";

    public override string Rationale => "Boards and reports cut a long title off, and what stands behind the cut is read by nobody.";

    public override Source Source => new("Quality User Story framework: minimal", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x; applied to titles, the length of 110 characters is our own: 2 of 100 real titles are longer");

    public override Reading? Reading { get; } = new(25, 25, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a short title", "Show the delivery day in the basket"),
        new("a whole story as its title", "As a courier I want to see the floor of the recipient on the label of each parcel, so that I do not have to ring at every door of a house"),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("details in the title", "Show the delivery day in the basket next to each article, in the colour of the carrier, unless the article is out of stock or ordered for pickup"),
        new("a fault told in the title", "When a voucher is entered twice and the second time with a space behind it the total is reduced twice although the voucher is used up", Kind: WorkItemKind.Bug),
    ];

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var title = item.Title;
        if (title.Plain.Length <= MostUnits || title.Words.Length == 0 || AsRole.At(title.Words, 0) > 0)
        {
            return [];
        }

        return [Found([title.WordsAsEvidence(0, title.Words.Length)], null, ("n", title.Plain.Length.ToString(CultureInfo.InvariantCulture)))];
    }
}
