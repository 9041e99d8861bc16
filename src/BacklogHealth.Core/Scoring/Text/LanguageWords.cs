using System.Collections.Frozen;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// The words of one language: what is looked up word by word, and the few things that are more than a list. A language is supported where it has
/// a folder with sentences and words. Immutable.
/// </summary>
internal sealed class LanguageWords
{
    private static readonly Lazy<FrozenDictionary<string, LanguageWords>> All = new(() =>
        Resources.Languages.ToFrozenDictionary(l => l, l => new LanguageWords(l), StringComparer.Ordinal));

    private readonly FrozenDictionary<string, string> _meaning;
    private readonly FrozenSet<string> _pairs;
    private readonly FrozenSet<string> _verbs;
    private readonly string[][] _endings;
    private readonly string[][] _verbForms;
    private readonly string[] _verbEndings;
    private readonly string[][] _inflections;
    private readonly string[] _pluralEndings;
    private readonly string[] _commandEndings;

    private LanguageWords(string code)
    {
        var file = WordFile.Of(code);
        Code = code;
        _endings = [.. file.Group("endings")];
        _verbForms = [.. file.Group("verbForms")];
        _verbEndings = [.. file.List("verbEndings")];
        _inflections = [.. file.Group("inflections")];
        _pluralEndings = [.. file.List("pluralEndings")];
        _commandEndings = [.. file.List("commandEndings")];
        _pairs = file.List("pairs").ToFrozenSet(StringComparer.Ordinal);
        _verbs = file.List("verbs").Concat(file.List("verbsAlsoNouns")).Concat(file.List("nounsAlsoVerbs")).ToFrozenSet(StringComparer.Ordinal);
        var meaning = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in file.Group("sameMeaning"))
        {
            foreach (var word in group)
            {
                meaning.TryAdd(word, group[0]);
            }
        }

        _meaning = meaning.ToFrozenDictionary(StringComparer.Ordinal);
        var profiles = LanguageGuess.Profiles.SelectMany(p => p.Words.Select(w => (p.List, w)));
        Lexicon = Lexicon.Of(file.Lists.SelectMany(l => l.Value.Select(w => (WordList.InFile(l.Key), w))).Concat(profiles), VerbForms());
        ListNames = [.. file.Lists.Keys];
    }

    /// <summary>Codes of the languages that have words, ordered.</summary>
    public static IEnumerable<string> Languages => All.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>Its ISO 639-1 code.</summary>
    public string Code { get; }

    /// <summary>All words of all its lists.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Names of its lists, ordered.</summary>
    public IReadOnlyList<string> ListNames { get; }

    /// <summary>The words of a language, or null where there are none.</summary>
    public static LanguageWords? Find(string language) => All.Value.GetValueOrDefault(language);

    /// <summary>The words of a language; English where there are none.</summary>
    public static LanguageWords For(string language) => Find(language) ?? All.Value["en"];

    /// <summary>The base form of a verb ("creating" gives "create"), or null where the word is none that is known.</summary>
    public string? VerbOf(Word word) => word.Entry?.Verb ?? ByEnding(word.Lower);

    /// <summary>True where a list holds a word in lower case, for example the base form of a verb.</summary>
    public bool Holds(WordList list, string? lower) => lower is not null && Lexicon.Find(lower)?.Whole.Has(list) == true;

    /// <summary>True where two verbs belong together ("find and replace"), whatever stands between them in the text.</summary>
    public bool ArePair(string verb, string join, string other) => _pairs.Contains($"{verb} {join} {other}");

    /// <summary>One spelling for words that mean the same in a title: singular, and one word of each group of synonyms.</summary>
    public string Canonical(Word word)
    {
        var canonical = word.Lower.Replace("-", "", StringComparison.Ordinal);
        if (VerbOf(word) is { } verb)
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
        foreach (var ending in _verbEndings)
        {
            if (lower.Length > ending.Length + 2 && lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return lower;
            }

            foreach (var form in FormsOf(ending))
            {
                if (lower.Length > form.Length + 2 && lower.EndsWith(form, StringComparison.Ordinal))
                {
                    return string.Concat(lower.AsSpan(0, lower.Length - form.Length), ending);
                }
            }
        }

        return null;
    }

    // Base forms win over forms of other verbs, and earlier patterns over later ones.
    private IEnumerable<(string Form, string Base)> VerbForms() =>
        _verbs.Order(StringComparer.Ordinal).Select(v => (v, v)).Concat(_verbForms.SelectMany(f => _verbs.Order(StringComparer.Ordinal).Select(v => (Form(v, f)!, v)).Where(x => x.Item1 is not null)));

    private IEnumerable<string> FormsOf(string verb) => _verbForms.Select(f => Form(verb, f)).OfType<string>();

    // A pattern is an ending of the base form and what takes its place; "=" doubles the last letter before it.
    private static string? Form(string verb, string[] pattern)
    {
        if (!verb.EndsWith(pattern[0], StringComparison.Ordinal) || verb.Length <= pattern[0].Length)
        {
            return null;
        }

        var stem = verb[..^pattern[0].Length];
        return pattern[1].StartsWith('=') ? stem + stem[^1] + pattern[1][1..] : stem + pattern[1];
    }
}
