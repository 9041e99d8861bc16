using System.Collections.Frozen;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// The words of one language: what is looked up word by word, and the few things that are more than a list. A language is supported where it has
/// a folder with sentences and words. Immutable.
/// </summary>
internal sealed class LanguageWords
{
    // Each is read when its first text is: who writes English does not wait for German.
    private static readonly FrozenDictionary<string, Lazy<LanguageWords>> All =
        Resources.Languages.ToFrozenDictionary(l => l, l => new Lazy<LanguageWords>(() => new LanguageWords(l)), StringComparer.Ordinal);

    private static readonly string[] VerbLists = ["verbs", "verbsAlsoNouns", "nounsAlsoVerbs"];
    private static readonly string[] EndingLists = ["story.adjectiveEndings", "story.adverbEndings", "story.participleEndings"];

    private readonly FrozenDictionary<string, string> _meaning;
    private readonly FrozenDictionary<string, string> _verbNouns;
    private readonly FrozenSet<string> _pairs;
    private readonly string[][] _endings;
    private readonly (string Ending, string[] Forms)[] _verbEndings;
    private readonly string[] _infinitiveEndings;
    private readonly string[][] _inflections;
    private readonly string[] _pluralEndings;
    private readonly string[] _commandEndings;

    private LanguageWords(string code)
    {
        var file = WordFile.Of(code);
        var spellings = new Spellings(file);
        var forms = new VerbForms([.. file.Group("verbForms")], [.. file.OwnGroup("strongVerbs").SelectMany(spellings.OfGroup)]);
        string[] verbs = [.. VerbLists.SelectMany(file.List).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Code = code;
        VerbsStandLast = file.List("closers").Count > 0;
        _inflections = [.. file.Group("verbInflections")];
        _pluralEndings = [.. file.List("pluralEndings")];
        _commandEndings = [.. file.List("commandEndings")];
        ListNames = [.. file.Lists.Keys];
        _endings = [.. file.Group("endings")];
        _verbEndings = [.. file.List("verbEndings").Select(e => (e, forms.OfEnding(e).ToArray()))];
        _infinitiveEndings = [.. file.OwnGroup("infinitiveEndings").SelectMany(g => g)];
        _pairs = file.List("pairs").SelectMany(spellings.Of).ToFrozenSet(StringComparer.Ordinal);
        _verbNouns = file.OwnGroup("verbNouns").SelectMany(spellings.OfGroup).ToFrozenDictionary(g => g[0], g => g[1], StringComparer.Ordinal);
        _meaning = Meanings(file.Group("sameMeaning").SelectMany(spellings.OfGroup)).ToFrozenDictionary(StringComparer.Ordinal);
        var words = file.Lists.SelectMany(l => l.Value.SelectMany(spellings.Of).Select(w => new ListedPhrase(WordList.InFile(l.Key), w)));
        var profiles = LanguageGuess.Profiles.SelectMany(p => p.Words.Select(w => new ListedPhrase(p.List, w)));
        Lexicon = Lexicon.Of(words.Concat(profiles), forms.Of([.. verbs.SelectMany(spellings.OfVerb)]));
        Endings = new WordEndings(file, Lexicon);
        string[] ends =
        [
            .. _endings.Select(e => e[0]), .. _inflections.Select(i => i[0]), .. _pluralEndings, .. _commandEndings, .. _infinitiveEndings, .. _verbEndings.SelectMany(e => e.Forms.Append(e.Ending)),
            .. EndingLists.SelectMany(file.List),
        ];
        WordEnds = [.. ends.Where(e => e.Length > 0 && e.All(char.IsLetter)).Distinct(StringComparer.Ordinal).OrderByDescending(e => e.Length).ThenBy(e => e, StringComparer.Ordinal)];
    }

    /// <summary>Codes of the languages that have words, ordered.</summary>
    public static IEnumerable<string> Languages => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>Its ISO 639-1 code.</summary>
    public string Code { get; }

    /// <summary>True where the verbs of a clause stand behind what they act on ("Gutscheine anlegen"), not before it ("create vouchers").</summary>
    public bool VerbsStandLast { get; }

    /// <summary>All words of all its lists.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>What the ends of words tell.</summary>
    public WordEndings Endings { get; }

    /// <summary>Every end of a word that tells something, of letters alone, the longest first.</summary>
    public IReadOnlyList<string> WordEnds { get; }

    /// <summary>Names of its lists, ordered.</summary>
    public IReadOnlyList<string> ListNames { get; }

    /// <summary>The words of a language, or null where there are none.</summary>
    public static LanguageWords? Find(string language) => All.GetValueOrDefault(language)?.Value;

    /// <summary>The words of a language; English where there are none.</summary>
    public static LanguageWords For(string language) => Find(language) ?? All["en"].Value;

    /// <summary>The base form of a verb ("creating" gives "create"), or null where the word is none that is known.</summary>
    public string? VerbOf(Word word) => word.Entry?.Verb ?? ByEnding(word.Lower);

    /// <summary>The base form of a verb that a noun was made of ("Löschung" gives "löschen"), or null where the language has no such nouns or the word is none.</summary>
    public string? VerbOfNoun(Word word) => _verbNouns.GetValueOrDefault(word.Lower);

    /// <summary>True where a word ends as base forms of verbs do in this language; other words may end alike.</summary>
    public bool EndsLikeVerb(Word word) => Array.Exists(_infinitiveEndings, e => word.Length > e.Length + 1 && word.Lower.EndsWith(e, StringComparison.Ordinal));

    /// <summary>True where a list holds a word in lower case, for example the base form of a verb.</summary>
    public bool Holds(WordList list, string? lower) => lower is not null && Lexicon.Find(lower)?.Whole.Has(list) == true;

    /// <summary>True where two verbs belong together ("find and replace"), whatever stands between them in the text.</summary>
    public bool ArePair(string verb, string join, string other) => _pairs.Contains($"{verb} {join} {other}");

    /// <summary>One spelling for words that mean the same in a title: singular, and one word of each group of synonyms.</summary>
    public string Canonical(Word word)
    {
        var canonical = word.Lower.Replace("-", "", StringComparison.Ordinal);
        if ((VerbOfNoun(word) ?? VerbOf(word)) is { } verb)
        {
            canonical = verb;
        }
        else if (canonical.Length > 3 && Array.Find(_endings, e => canonical.EndsWith(e[0], StringComparison.Ordinal)) is { } ending)
        {
            canonical = canonical[..^ending[0].Length] + ending[1];
        }

        return _meaning.GetValueOrDefault(canonical, canonical);
    }

    /// <summary>True where a word in lower case is a known verb with an ending that no list of forms holds ("shows", "added").</summary>
    public bool IsInflectedVerb(string lower)
    {
        foreach (var ending in _inflections)
        {
            if (lower.Length > ending[0].Length + 1 && lower.EndsWith(ending[0], StringComparison.Ordinal)
                && Lexicon.Find(string.Concat(lower.AsSpan(0, lower.Length - ending[0].Length), ending[1]))?.Verb is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a word has the ending of several; many words for one have it too.</summary>
    public bool MayBeSeveral(string lower) => lower.Length > 3 && Array.Exists(_pluralEndings, e => lower.EndsWith(e, StringComparison.Ordinal));

    /// <summary>True where a title that ends with the word commands something, in languages that put the verb at the end ("Bestellungen exportieren").</summary>
    public bool EndsCommand(Word word) =>
        Array.Exists(_commandEndings, e => word.Lower.EndsWith(e, StringComparison.Ordinal)) && string.Equals(VerbOf(word), word.Lower, StringComparison.Ordinal);

    // "digitise", "digitising": verbs that no list holds, told by their ending.
    private string? ByEnding(string lower)
    {
        foreach (var (ending, forms) in _verbEndings)
        {
            if (EndsVerb(lower, ending))
            {
                return lower;
            }

            foreach (var form in forms)
            {
                if (EndsVerb(lower, form))
                {
                    return string.Concat(lower.AsSpan(0, lower.Length - form.Length), ending);
                }
            }
        }

        return null;
    }

    private static bool EndsVerb(string lower, string ending) => lower.Length > ending.Length + 2 && lower.EndsWith(ending, StringComparison.Ordinal);

    private static Dictionary<string, string> Meanings(IEnumerable<string[]> groups)
    {
        var meaning = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            foreach (var word in group)
            {
                meaning.TryAdd(word, group[0]);
            }
        }

        return meaning;
    }
}
