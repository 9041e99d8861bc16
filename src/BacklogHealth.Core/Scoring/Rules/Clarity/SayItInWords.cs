using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>The description says something, beside links and pictures.</summary>
internal sealed class SayItInWords : ItemRule
{
    private const int FewestWords = 4;
    private const int LongestQuote = 80;

    // Words that only point to something: "see", "details".
    private static readonly WordList Pointers = WordList.Named("pointers");

    public override string Id => "CL022";

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Say it in words";

    public override string Rationale => "A link shows where to look, and leaves it to each reader what to see there.";

    public override Source Source => new("What makes a good user story: card, conversation, confirmation", "Jeffries 2001; that a link alone tells nothing is our own judgement");

    public override Reading? Reading { get; } = new(84, 46, "all there were on public items of 15 Jira projects, November 2026; wrong where the title alone says it");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a link and a sentence", "Show the delivery day in the basket", "The carrier's day stands next to each article, as drawn in https://example.org/basket."),
        new("no description is another matter", "Show the delivery day in the basket"),
        new("a log", "Fix the import", "2026-03-01 10:12:13 ERROR Import stopped\n2026-03-01 10:12:14 ERROR Row 17", WorkItemKind.Bug),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a link", "Show the delivery day in the basket", "See https://example.org/basket"),
        new("a picture", "Show the delivery day in the basket", "https://example.org/pictures/basket.png"),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var text = item.Description;
        if (text.Words.Length >= FewestWords || !item.Item.AcceptanceCriteria.IsBlank)
        {
            return [];
        }

        var first = text.Prose.IndexOf(Prose.Blank);
        if (first < 0 || !Array.TrueForAll(text.Words, Pointers.Holds) || !OnlyPoints(text))
        {
            return [];
        }

        var end = first + 1;
        while (end < text.Prose.Length && text.Prose[end] is Prose.Blank && end - first < LongestQuote)
        {
            end++;
        }

        return [Found([text.Evidence(first, end)])];
    }

    // Code, a log or a quotation says something itself: a flaky test, the line to take out, what a colleague asked for.
    private static bool OnlyPoints(TextReading text) =>
        !text.Text.Spans.Any(s => s.Kind is TextKind.Code or TextKind.Quote) && !Array.Exists(text.Lines, l => l.Kind == LineKind.NotProse)
        && text.Plain.AsSpan().IndexOfAny('"', '“', '„') < 0 && text.ShowsPage;
}
