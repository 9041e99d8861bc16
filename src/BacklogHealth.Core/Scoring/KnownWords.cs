using System.Collections.Frozen;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring;

/// <summary>What the rules know of words, whatever the language: for whoever replaces the words of a text and wants it to read alike to the rules.</summary>
public static class KnownWords
{
    /// <summary>What is left before an end must be long enough to be the beginning of a word.</summary>
    private const int ShortestStem = 3;

    // Lists of things and people that software is about: their words tell what a team works on, and little to the rules.
    private static readonly string[] Things =
        ["roles", "dataKinds.", "waysIn", "visualWork", "platforms", "layers.", "knownAbbreviations", "story.onePairs", "story.techniques", "story.works", "story.noRoles", "story.things", "story.verbs", "story.doubleVerbs", "story.adjectives", "story.makerPhrases"];

    private static readonly Lazy<LanguageWords[]> Languages = new(() => [.. LanguageWords.Languages.Select(LanguageWords.For)]);
    private static readonly Lazy<FrozenSet<string>> Telling = new(() => LanguageWords.Languages.SelectMany(TellingOf).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>
    /// True where a word in lower case tells the rules of any language how something is said: where it stands in a list, alone or inside a phrase, or is the form of a verb. False for
    /// words that only name a thing or a person.
    /// </summary>
    public static bool Holds(string lower)
    {
        ArgumentNullException.ThrowIfNull(lower);
        return Telling.Value.Contains(lower) || Languages.Value.Any(l => l.Lexicon.Find(lower)?.Verb is not null);
    }

    /// <summary>The longest end of a word in lower case that tells something in any language ("voucher-s", "Liefer-ungen"); "" where none does.</summary>
    public static string EndOf(string lower)
    {
        ArgumentNullException.ThrowIfNull(lower);
        return Languages.Value.Select(l => l.WordEnds.FirstOrDefault(e => lower.Length >= e.Length + ShortestStem && lower.EndsWith(e, StringComparison.Ordinal)) ?? "").MaxBy(e => e.Length) ?? "";
    }

    private static IEnumerable<string> TellingOf(string language)
    {
        var file = WordFile.Of(language);
        var spellings = new Spellings(file);
        return file.Lists.Where(l => !Array.Exists(Things, t => l.Key.StartsWith(t, StringComparison.Ordinal)))
            .SelectMany(l => l.Value).SelectMany(spellings.Of).Concat(LanguageGuess.Profiles.SelectMany(p => p.Words))
            .SelectMany(phrase => Words.Read(phrase, null)).Select(w => w.Lower);
    }
}
