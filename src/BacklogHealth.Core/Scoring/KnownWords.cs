using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring;

/// <summary>What the rules know of words, whatever the language: for whoever replaces the words of a text and wants it to read alike to the rules.</summary>
public static class KnownWords
{
    /// <summary>What is left before an end must be long enough to be the beginning of a word.</summary>
    private const int ShortestStem = 3;

    private static readonly Lazy<LanguageWords[]> Languages = new(() => [.. LanguageWords.Languages.Select(LanguageWords.For)]);

    /// <summary>True where a list of any language holds a word in lower case, alone or inside a phrase, or where it is the form of a verb in one.</summary>
    public static bool Holds(string lower)
    {
        ArgumentNullException.ThrowIfNull(lower);
        return Languages.Value.Any(l => l.Lexicon.Find(lower) is not null);
    }

    /// <summary>The longest end of a word in lower case that tells something in any language ("voucher-s", "Liefer-ungen"); "" where none does.</summary>
    public static string EndOf(string lower)
    {
        ArgumentNullException.ThrowIfNull(lower);
        return Languages.Value.Select(l => l.WordEnds.FirstOrDefault(e => lower.Length >= e.Length + ShortestStem && lower.EndsWith(e, StringComparison.Ordinal)) ?? "").MaxBy(e => e.Length) ?? "";
    }
}
