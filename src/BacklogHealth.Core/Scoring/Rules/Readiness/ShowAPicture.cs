using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>An item about what is seen shows it.</summary>
internal sealed class ShowAPicture : ItemRule
{
    private static readonly WordList VisualWork = WordList.Named("visualWork");
    private static readonly WordList Pictures = WordList.Named("pictures");

    public override string Id => "RD008";

    public override Criterion Criterion => Criterion.Visual;

    public override string Title => "Show a picture";

    public override string Rationale => "A sketch of a minute settles what a page of words about a screen leaves open.";

    public override Source Source => new("Shared understanding by visualisation", "a Product Owner's duty; practice, not in the Scrum Guide; pictures kept where no link leads are not seen");

    public override Reading? Reading { get; } = new(45, 27, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 6;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("attached", "Redesign the order form") { Facts = [ExampleFact.Attachment("form.png")] },
        new("a design elsewhere", "Redesign the order form", "As in the mockup on the wall."),
        new("nothing to see", "Speed up the order form's query"),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a form in words", "Redesign the order form", "The fields stand in two columns, the total at the right."),
        new("a new screen", "Add a screen for returns"),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var first = VisualWork.IsIn(item.Title) ? VisualWork.First(item.Title.Words, 0, item.Title.Words.Length) : -1;
        return first < 0 || Shows(item) ? [] : [Found([item.Title.WordsAsEvidence(first, VisualWork.At(item.Title.Words, first))])];
    }

    // Any file or page beside it may hold the picture.
    private static bool Shows(ItemReading item) =>
        !item.Item.Attachments.IsEmpty || !item.Item.RemoteLinks.IsEmpty || item.Says(Pictures)
        || Array.Exists(item.Fields, f => f.ShowsPage);
}
