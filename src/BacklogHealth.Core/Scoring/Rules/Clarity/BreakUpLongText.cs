using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>No paragraph goes on for a page, and no sentence for a paragraph.</summary>
internal sealed class BreakUpLongText : ItemRule
{
    private const int WordsOfParagraph = 150;
    private const int WordsOfSentence = 50;
    private const int FewestSentences = 4;
    private static readonly WordList FunctionWords = WordList.Named("functionWords");

    public override string Id => "CL024";

    public override Criterion Criterion => Criterion.Minimal;

    public override string Title => "Break up long text";

    public override string Rationale => "What has no break is skimmed, and the one condition that matters is read over.";

    public override Source Source => new("INCOSE guide to writing requirements: conciseness", "the lengths are our own: 150 words a paragraph, 50 a sentence");

    public override Reading? Reading { get; } = new(40, 37, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("short sentences", "Refuse used vouchers", "A voucher can be used once. The second time, the total stays as it is. A line below says when it was used."),
        new("a long list", "Refuse used vouchers", string.Join('\n', Enumerable.Repeat("- a voucher of another shop is refused with a line that names the shop", 15))),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a sentence without end", "Refuse used vouchers", "When a voucher is entered that was used before in this shop or in another one of the same owner and the total is not yet paid and the customer is not logged in then the total stays as it is and a line below the total says on which day and in which shop the voucher was used and how much of it is left and until when the rest can be used."),
        new("a paragraph without end", "Refuse used vouchers", string.Join(' ', Enumerable.Repeat("A voucher can be used once in one of the shops. The total then stays as it is for all later orders.", 8))),
    ];

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var text = item.Description;
        if (text.Words.Length <= WordsOfSentence)
        {
            return [];
        }

        foreach (var line in text.Lines)
        {
            if (line.Kind == LineKind.Paragraph && line.EndWord - line.FirstWord > WordsOfParagraph && SentencesIn(text, line) >= FewestSentences)
            {
                return [Found([text.Evidence(line.Start, line.End)], null, ("for", "paragraph"), ("n", Number(line.EndWord - line.FirstWord)))];
            }
        }

        foreach (var sentence in text.Sentences)
        {
            if (sentence.WordCount > WordsOfSentence && IsProse(text, sentence))
            {
                return [Found([text.Evidence(text.Words[sentence.FirstWord].Start, text.Words[sentence.EndWord - 1].End)], null, ("n", Number(sentence.WordCount)))];
            }
        }

        return [];
    }

    private static int SentencesIn(TextReading text, Line line) => Array.FindAll(text.Sentences, s => s.Start >= line.Start && s.End <= line.End).Length;

    // A table, a listing or a list that lost its line ends has few small words, or marks inside.
    private static bool IsProse(TextReading text, Sentence sentence)
    {
        var prose = text.Prose[sentence.Start..sentence.End];
        if (prose.Contains(" - ", StringComparison.Ordinal) || prose.Contains(" * ", StringComparison.Ordinal) || prose.Contains(" # ", StringComparison.Ordinal))
        {
            return false;
        }

        var small = 0;
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            small += FunctionWords.Holds(text.Words[i]) ? 1 : 0;
        }

        return small * 4 >= sentence.WordCount;
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
