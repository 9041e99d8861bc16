using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>The title says what is to become true, not only what it is about.</summary>
internal sealed class SayWhatInTheTitle : ItemRule
{
    private const int MostWords = 3;
    private const int MostOfAPlainWord = 10;
    private static readonly WordList FunctionWords = WordList.Named("functionWords");
    private static readonly WordList StateWords = WordList.Named("stateWords");
    private static readonly WordList Determiners = WordList.Named("determiners");

    private static readonly WordList Changes = WordList.Named("titleChanges");
    private static readonly WordList DoingNouns = WordList.Named("doingNouns");
    private static readonly WordList ErrorNouns = WordList.Named("errorNouns");
    private static readonly WordList TitleVerbs = WordList.Named("titleVerbs");
    private static readonly WordList LeadIns = WordList.Named("leadIns");

    // Mostly nouns ("search"): they need a sign that they are none here.
    private static readonly WordList NounsAlsoVerbs = WordList.Named("nounsAlsoVerbs");

    public override string Id => "CL002";

    public override Criterion Criterion => Criterion.WellFormed;

    public override string Title => "Say in the title what is to change";

    public override string Rationale => "A noun names a place in the product; two readers of it will build two things.";

    public override Source Source => new("Quality User Story framework: well-formed", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x; here applied to titles");

    public override Reading? Reading { get; } = new(100, 85, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Warning;

    public override int Points => 10;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("verb and object", "Fix paging"),
        new("a user story", "As a courier I want to see the floor of the recipient"),
        new("a longer noun that says what", "Sorting of the order list by delivery day"),
        new("a noun that names the change", "Configurable timeout"),
        new("a fault", "Login fails", Kind: WorkItemKind.Bug),
        new("German, the verb at the end", "Bestellung stornieren") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a place in the product", "Checkout"),
        new("an activity without an object", "Refactoring"),
        new("two nouns", "Search API"),
        new("a fault's place", "Login page", Kind: WorkItemKind.Bug),
        new("German, two nouns", "Suche Lager") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var words = item.Title.Words;

        var bug = item.Item.Kind == WorkItemKind.Bug;
        if (words.Length == 0 || words.Length > (bug ? MostWords - 1 : MostWords) || item.Title.Prose.Contains(Prose.Blank))
        {
            return [];
        }

        // What stands before a colon may be a label ("Windows: ...").
        var colon = item.Title.Prose.IndexOf(": ", StringComparison.Ordinal);
        if (NamesFault(words, item.Language) || (!bug && NamesChange(words)) || SaysWhat(words, item) || (colon > 0 && SaysWhat(words.AsSpan(item.Title.WordFrom(colon)), item)))
        {
            return [];
        }

        return [Found([item.Title.Evidence(words[0].Start, words[^1].End)], null, ("for", bug ? "bug" : "item"))];
    }

    // "ArrayIndexOutOfBoundsException", "Error saving the basket".
    private static bool NamesFault(Word[] words, LanguageWords language) =>
        Array.Exists(words, w => w.Length > MostOfAPlainWord && (w.Lower.EndsWith("exception", StringComparison.Ordinal) || w.Lower.EndsWith("error", StringComparison.Ordinal)))
        || (words.Length > 1 && ErrorNouns.Holds(words[0]) && language.VerbOf(words[1]) is not null);

    // "Configurable timeout", "Fingerprint support", "0.24.0 release".
    private static bool NamesChange(Word[] words) =>
        words.Length > 1
        && (Array.Exists(words, w => Changes.Holds(w) || w.Lower.StartsWith("per-", StringComparison.Ordinal))
            || DoingNouns.Holds(words[^1])
            || Array.Exists(words, TitleFacts.IsVersion));

    private static bool SaysWhat(ReadOnlySpan<Word> words, ItemReading item)
    {
        foreach (var word in words)
        {
            if (FunctionWords.Holds(word) || StateWords.Holds(word))
            {
                return true;
            }
        }

        // A verb needs something to act on.
        return words.Length > 1 && (item.Language.VerbsStandLast ? HasVerb(words, item) : OpensWithVerb(words, item.Language));
    }

    private static bool OpensWithVerb(ReadOnlySpan<Word> words, LanguageWords language) =>
        TitleVerbs.Holds(words[0])
        || (words.Length > 2 && (LeadIns.Holds(words[0]) || language.Endings.IsAdverb(words[0])) && OpensWithVerb(words[1..], language))
        || (language.VerbOf(words[0]) is { } verb && (!language.Holds(NounsAlsoVerbs, verb) || Determiners.Holds(words[1])));

    // "Bestellung stornieren", "Erstelle Gutschein": with a capital it is a noun, but for a command at the beginning.
    private static bool HasVerb(ReadOnlySpan<Word> words, ItemReading item)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var mayBe = TitleVerbs.Holds(words[i]) || item.Language.VerbOf(words[i]) is not null || (i == words.Length - 1 && item.Language.EndsLikeVerb(words[i]));
            if (mayBe && char.IsLower(item.Title.Plain[words[i].Start]))
            {
                return true;
            }
        }

        return item.Language.VerbOf(words[0]) is { } verb
            && !string.Equals(verb, words[0].Lower, StringComparison.Ordinal)
            && item.Language.VerbOfNoun(words[0]) is null
            && !item.Language.Holds(NounsAlsoVerbs, verb);
    }
}
