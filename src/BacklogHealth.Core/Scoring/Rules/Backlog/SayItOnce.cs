using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>No other item has nearly the same title.</summary>
internal sealed class SayItOnce : BacklogRule
{
    private static readonly WordList Ways = WordList.Named("ways");
    private static readonly WordList Noise = WordList.Named("titleNoise");

    public override string Id => "BL002";

    public override Criterion Criterion => Criterion.Unique;

    public override string Title => "Say it once";

    public override string Rationale => "What stands in a backlog twice is discussed twice, and at times built twice.";

    public override Source Source => new("Quality User Story framework: unique", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x");

    public override Reading? Reading { get; } = new(110, 107, "public items of 16 Jira projects, 60 of them of one, November 2026");

    public override Severity Severity => Severity.Warning;

    public override int Points => 15;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("another object", "Pay with a voucher") { Beside = ["Pay with a gift card"] },
        new("the way back", "Copy orders from the shop to the bank") { Beside = ["Copy orders from the bank to the shop"] },
        new("another number", "Test phase 5 part 1 of the scanner") { Beside = ["Test phase 5 part 2 of the scanner"] },
        new("German, another object", "Mit Gutschein bezahlen") { Language = "de", Beside = [new("", "Mit Kreditkarte bezahlen")] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("the same words in another order", "Let customers pay with a gift card") { Beside = ["Customers can pay by gift card"] },
        new("singular and plural, another verb", "Show delivery days in the basket") { Beside = ["Display the delivery day in the basket"] },
        new("German, a noun for the verb", "Bestellungen stornieren") { Language = "de", Beside = [new("", "Stornierung von Bestellungen")] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var alike = backlog.SameTitle(item.Item);
        if (alike.IsEmpty || item.Title.Words.Length == 0)
        {
            return [];
        }

        var own = Behind(item.Title.Plain, item.Language);
        var others = alike.RemoveAll(o => Turns(own, o.Title, item.Language));
        return others.IsEmpty ? [] : [Found([item.Title.WordsAsEvidence(0, item.Title.Words.Length)], null, ("others", string.Join(", ", others.Select(o => o.Key))))];
    }

    // "Copy files from the shop to the bank" and the way back hold the same words: what stands first behind the same word of direction is another thing.
    private static bool Turns(HashSet<Direction> own, string other, LanguageWords language)
    {
        if (own.Count == 0)
        {
            return false;
        }

        var theirs = Behind(other, language);
        var ways = theirs.Select(t => t.Way).ToHashSet(StringComparer.Ordinal);
        return own.Any(x => ways.Contains(x.Way) && !theirs.Contains(x));
    }

    // Each word of direction with the next word that carries meaning; read from the end, so that a title of any length is read once.
    private static HashSet<Direction> Behind(string title, LanguageWords language)
    {
        var words = Words.Read(title, language.Lexicon);
        var behind = new HashSet<Direction>();
        var next = "";
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (next.Length > 0 && Ways.Holds(words[i]))
            {
                behind.Add(new Direction(words[i].Lower, next));
            }

            next = Noise.Holds(words[i]) || language.Endings.IsAdverb(words[i]) ? next : language.Canonical(words[i]);
        }

        return behind;
    }

    /// <param name="Way">A word of direction.</param>
    /// <param name="Thing">The next word behind it that carries meaning.</param>
    private sealed record Direction(string Way, string Thing);
}
