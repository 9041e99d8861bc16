using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// The words that rules look for in one language, from the resource <c>{language}.words.json</c>. A language is supported where that
/// resource and <c>{language}.json</c> exist. Immutable.
/// </summary>
internal sealed class LanguageWords
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly Lazy<FrozenDictionary<string, LanguageWords>> All = new(() =>
        Resources.LanguagesOf(".words.json").ToFrozenDictionary(l => l, l => new LanguageWords(Resources.Json<WordFile>(l + ".words.json", Options)), StringComparer.Ordinal));

    private readonly WordFile _file;
    private readonly IReadOnlyList<string> _gerundEndings;
    private readonly IReadOnlyList<string> _verbEndings;
    private readonly FrozenDictionary<string, string> _meaning;

    private LanguageWords(WordFile file)
    {
        (_file, _gerundEndings, _verbEndings) = (file, file.Lists("gerundEndings"), file.Lists("verbEndings"));
        PhraseList List(string name) => new(file.Lists(name));
        FrozenSet<string> Set(string name) => file.Lists(name).ToFrozenSet(StringComparer.Ordinal);
        (Reasons, Problems, ReasonHeadings) = (List("reasons"), List("problems"), List("reasonHeadings"));
        EmptyReasons = [.. file.Lists("emptyReasons").OrderByDescending(r => r.Length).ThenBy(r => r, StringComparer.Ordinal).Select(r => r.Split(' ').ToImmutableArray())];
        (CriteriaHeadings, CriteriaPhrases, TaskHeadings) = (List("criteriaHeadings"), List("criteriaPhrases"), List("taskHeadings"));
        (Obligations, Expectations, Questions) = (List("obligations"), List("expectations"), List("questions"));
        (Given, Then) = (List("given"), Set("then"));
        (Placeholders, NotPlaceholderAfter, NotPlaceholderBefore) = (List("placeholders"), Set("notPlaceholderAfter"), Set("notPlaceholderBefore"));
        (PlaceholderCodes, Blanks) = (Set("placeholderCodes"), List("blanks"));
        (Wants, WantEnds, Joins, BelongTogether) = (List("wants"), List("wantEnds"), List("joins"), List("belongTogether"));
        (JoinWeak, Operations, SameWork, Infinitive) = (Set("joinWeak"), Set("operations"), Set("sameWork"), Set("infinitive"));
        (Wishes, Narrates, Examples) = (List("wishes"), List("narrates"), List("examples"));
        (Verbs, VerbsAlsoNouns, NounsAlsoVerbs) = (Set("verbs"), Set("verbsAlsoNouns"), Set("nounsAlsoVerbs"));
        (ResultVerbs, StepVerbs, HiddenOperations) = (Set("resultVerbs"), Set("stepVerbs"), Set("hiddenOperations"));
        (Determiners, FunctionWords, StateWords, TitleNoise) = (Set("determiners"), Set("functionWords"), Set("stateWords"), Set("titleNoise"));
        (NumberUnits, Abbreviations, LayerBuilders) = (Set("numberUnits"), Set("abbreviations"), List("layerBuilders"));
        LayerFor = Set("layerFor");
        Layers = new PhraseList(file.Layers.OrderBy(l => l.Key, StringComparer.Ordinal).SelectMany(l => l.Value.Select(w => (w, l.Key))));
        Vague = [.. file.Vague.Select(v => new VagueCategory(v))];
        var meaning = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in file.SameMeaning)
        {
            foreach (var word in group)
            {
                meaning.TryAdd(word, group[0]);
            }
        }

        _meaning = meaning.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Languages that have words, ordered by code.</summary>
    public static IEnumerable<string> Languages => All.Value.Keys.Order(StringComparer.Ordinal);

    public PhraseList Reasons { get; }

    public PhraseList Problems { get; }

    public PhraseList ReasonHeadings { get; }

    /// <summary>What may follow "so that" and says nothing, word by word, longest first.</summary>
    public ImmutableArray<ImmutableArray<string>> EmptyReasons { get; }

    public PhraseList CriteriaHeadings { get; }

    public PhraseList CriteriaPhrases { get; }

    public PhraseList TaskHeadings { get; }

    public PhraseList Obligations { get; }

    public PhraseList Expectations { get; }

    public PhraseList Questions { get; }

    public PhraseList Given { get; }

    public FrozenSet<string> Then { get; }

    public PhraseList Placeholders { get; }

    /// <summary>Codes that stand for something missing, in capitals only.</summary>
    public FrozenSet<string> PlaceholderCodes { get; }

    public FrozenSet<string> NotPlaceholderAfter { get; }

    public FrozenSet<string> NotPlaceholderBefore { get; }

    public PhraseList Blanks { get; }

    public PhraseList Wants { get; }

    public PhraseList WantEnds { get; }

    public PhraseList Joins { get; }

    /// <summary>Joins that need two plain verbs around them.</summary>
    public FrozenSet<string> JoinWeak { get; }

    public PhraseList BelongTogether { get; }

    public FrozenSet<string> Verbs { get; }

    /// <summary>Verbs that are sometimes nouns ("update").</summary>
    public FrozenSet<string> VerbsAlsoNouns { get; }

    /// <summary>Nouns that are sometimes verbs ("filter").</summary>
    public FrozenSet<string> NounsAlsoVerbs { get; }

    /// <summary>Verbs that, behind "and", say what comes of the first and are no second goal.</summary>
    public FrozenSet<string> ResultVerbs { get; }

    /// <summary>Verbs that, before "and", say a step on the way to the second and are no goal of their own.</summary>
    public FrozenSet<string> StepVerbs { get; }

    public FrozenSet<string> HiddenOperations { get; }

    /// <summary>Verbs for what people do with things; two of them over one object are two goals, where other pairs are steps.</summary>
    public FrozenSet<string> Operations { get; }

    /// <summary>Objects that belong to finishing the same work ("and add tests").</summary>
    public FrozenSet<string> SameWork { get; }

    /// <summary>What stands before a verb in the infinitive.</summary>
    public FrozenSet<string> Infinitive { get; }

    /// <summary>Words that make a sentence a wish.</summary>
    public PhraseList Wishes { get; }

    /// <summary>Words that make a sentence a report of how things are or were.</summary>
    public PhraseList Narrates { get; }

    /// <summary>Words that open examples, which need not be complete.</summary>
    public PhraseList Examples { get; }

    public FrozenSet<string> Determiners { get; }

    public FrozenSet<string> FunctionWords { get; }

    public FrozenSet<string> StateWords { get; }

    public FrozenSet<string> TitleNoise { get; }

    public FrozenSet<string> NumberUnits { get; }

    public FrozenSet<string> Abbreviations { get; }

    /// <summary>Words that name a technical layer; the tag is the layer's name.</summary>
    public PhraseList Layers { get; }

    public PhraseList LayerBuilders { get; }

    /// <summary>What stands between a layer and what it serves ("the frontend for gift cards").</summary>
    public FrozenSet<string> LayerFor { get; }

    public ImmutableArray<VagueCategory> Vague { get; }

    /// <summary>The words of a language, or null where there are none.</summary>
    public static LanguageWords? Find(string language) => All.Value.GetValueOrDefault(language);

    /// <summary>The words of a language; English where there are none.</summary>
    public static LanguageWords For(string language) => Find(language) ?? All.Value["en"];

    /// <summary>The base form of a verb ("creating" gives "create"), or null where the word is no verb of the list.</summary>
    public string? VerbOf(string lower)
    {
        bool Known(string word) => Verbs.Contains(word) || VerbsAlsoNouns.Contains(word) || NounsAlsoVerbs.Contains(word)
            || _verbEndings.Any(e => word.Length > e.Length + 2 && word.EndsWith(e, StringComparison.Ordinal));
        if (Known(lower))
        {
            return lower;
        }

        foreach (var ending in _gerundEndings)
        {
            if (lower.Length > ending.Length + 2 && lower.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = lower[..^ending.Length];
                return Known(stem) ? stem : Known(stem + "e") ? stem + "e" : stem[^1] == stem[^2] && Known(stem[..^1]) ? stem[..^1] : null;
            }
        }

        return null;
    }

    /// <summary>One spelling for words that mean the same in a title: singular, and one word of each group of synonyms.</summary>
    public string Canonical(string lower)
    {
        var word = lower.Replace("-", "", StringComparison.Ordinal);
        if (VerbOf(lower) is { } verb)
        {
            word = verb;
        }
        else if (word.Length > 3)
        {
            foreach (var ending in _file.Endings)
            {
                if (word.EndsWith(ending[0], StringComparison.Ordinal))
                {
                    word = word[..^ending[0].Length] + ending[1];
                    break;
                }
            }
        }

        return _meaning.GetValueOrDefault(word, word);
    }
}
