using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>What is to be larger, shorter or improved says than what, or by how much.</summary>
internal sealed class SayComparedWithWhat() : WishWordsRule("comparatives")
{
    private const int Reach = 8;
    private static readonly WordList ComparedWith = WordList.Named("comparedWith");
    private const int WordsOfBare = 9;

    // Verbs that are comparatives themselves.
    private static readonly WordList Improving = WordList.Named("improving");
    private static readonly WordList InWhatWay = WordList.Named("inWhatWay");
    private static readonly WordList Becoming = WordList.Named("becoming");
    private static readonly WordList Conditions = WordList.Named("conditions");

    public override string Id => "CL013";

    public override string Title => "Say compared with what";

    public override string Rationale => "Larger than nothing in particular is reached by any change, and by none for sure.";

    public override Source Source => new("Requirements smells: comparatives without a base", "ISO/IEC/IEEE 29148 and Femmer et al. 2017; the list of words is our own");

    public override Reading? Reading { get; } = new(32, 23, "public items of Jira projects, November 2026");

    public override int Points => 8;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a base", "Enlarge the preview", "The preview must be larger than the thumbnail in the list."),
        new("a number", "Shorten the queue", "The timeout has to be shorter: 30 seconds."),
        new("a name with such a word", "Fix the higher education discount", "The discount must hold for higher education."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("no base", "Enlarge the preview", "The preview must be larger on phones."),
        new("better in a way that nobody names", "Improve the order list"),
        new("more of something", "Warn of wrong addresses", "The warning should be more prominent."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.Bug;

    protected override int Words(ItemReading item, SentenceReading sentence, int first, int length)
    {
        var words = sentence.Text.Words;
        if (Improving.At(words, first) > 0)
        {
            return IsBare(item, sentence.Text, first) ? length : 0;
        }

        if (sentence.Says(ComparedWith) || sentence.IsMeasured)
        {
            return 0;
        }

        // "a shorter name" names a thing; "make the name shorter" wants a change.
        for (var i = first - 1; i >= sentence.FirstWord && first - i <= Reach; i--)
        {
            if (Conditions.Holds(words[i]))
            {
                return 0;
            }

            if (Becoming.At(words, i) > 0)
            {
                return length;
            }
        }

        return 0;
    }

    // "Improve logging", and nothing below it that says in what way.
    private static bool IsBare(ItemReading item, TextReading text, int first) =>
        text.Field == item.Title.Field && first == 0 && item.Description.Words.Length <= WordsOfBare && item.CriteriaField.Words.Length == 0
        && text.Words.Length <= WordsOfBare && !item.Description.Prose.Contains(Prose.Blank) && InWhatWay.First(text.Words, 1, text.Words.Length) < 0;
}
