using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>What sub-tasks hold together is not several stories.</summary>
internal sealed class SplitIntoStories : BacklogRule
{
    private const int MostParts = 8;
    private const int MostNamed = 3;
    private static readonly WordList AsRole = WordList.Named("roleOpens");
    private static readonly WordList Wants = WordList.Named("wants");
    private static readonly WordList WantEnds = WordList.Named("wantEnds");

    public override string Id => "SL010";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Make stories of sub-tasks that are stories";

    public override string Rationale => "A sub-task is finished for nobody; a story can be shown, ordered and left out.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, I and S; the number is our judgement, practice, not in the Scrum Guide");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a few steps", "Pay with a voucher") { Beside = ["See what is left on a voucher"] },
        new("sub-tasks that are steps", "Pay with a voucher") { Below = ["Enter the code", "Take it off the sum", "Tests"] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("stories below", "Vouchers") { Below = ["As a buyer I want to pay with a voucher", "As a clerk I want to lock a voucher"] },
        new("nine sub-tasks", "Vouchers") { Below = ["Table", "Code", "Sum", "Mail", "Print", "Lock", "Log", "Tests", "Help"] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var parts = backlog.Children(item.Item.Id).Where(c => c.Kind == WorkItemKind.SubTask).ToList();
        var stories = parts.Count < 2 ? [] : parts.FindAll(p => IsStory(p.Title, item.Language));
        if (stories.Count >= 2)
        {
            return [Found(null, null, ("n", stories.Count.ToString(CultureInfo.InvariantCulture)), ("for", "stories"), ("others", Keys(stories))) with
            {
                Cut = stories.Count <= MostNamed + 1 ? Pieces.Cut(SplitPatterns.Steps, stories.Select(s => Wish(s.Title, item.Language))) : null,
            }];
        }

        return parts.Count > MostParts ? [Found(null, null, ("n", parts.Count.ToString(CultureInfo.InvariantCulture)), ("others", Keys(parts)))] : [];
    }

    private static string Keys(List<IndexRow> rows) => string.Join(", ", rows.Take(MostNamed).Select(r => r.Key));

    private static bool IsStory(string title, LanguageWords language) => Words.Read(title, language.Lexicon) is { Length: > 3 } words && AsRole.At(words, 0) > 0 && Wants.First(words, 1, words.Length) > 0;

    // What follows "I want to".
    private static string? Wish(string title, LanguageWords language)
    {
        var text = TextReading.Of("title", new StructuredText(title, []), language);
        var at = Wants.First(text.Words, 0, text.Words.Length);
        var first = at < 0 ? 0 : at + Wants.At(text.Words, at);
        var end = WantEnds.First(text.Words, first, text.Words.Length);
        return Pieces.Of(text, first, end < 0 ? text.Words.Length : end);
    }
}
