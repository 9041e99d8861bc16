using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Tells a text's language by its commonest words. Where there are too few of them to tell, it is the team's. A text written mostly in letters
/// that are not Latin has no language the rules know.
/// </summary>
internal static class LanguageGuess
{
    private const int FewestHits = 4;
    private const int FewestWords = 6;
    private const int MostWords = 2000;
    private const char LastLatin = '\u024F';

    /// <summary>The commonest words of each language, ordered by its code.</summary>
    public static readonly ImmutableArray<LanguageProfile> Profiles =
        [.. Resources.Json("stopwords.json", ResourceJson.Default.Lists).Select(p => new LanguageProfile(p.Key, WordList.Named("profile." + p.Key), p.Value))];

    private static readonly ListSet AnyProfile = ListSet.Of(Profiles.Select(p => p.List));

    /// <returns>An ISO 639-1 code, or null where the letters are not Latin.</returns>
    public static string? Of(ItemReading item, string usual)
    {
        if (!MostlyLatin(item))
        {
            return null;
        }

        Span<int> hits = stackalloc int[Profiles.Length];
        var words = Count(item, hits);
        if (words < FewestWords)
        {
            return usual;
        }

        var (best, own) = (0, 0);
        for (var i = 0; i < hits.Length; i++)
        {
            best = hits[i] > hits[best] ? i : best;
            own = string.Equals(Profiles[i].Language, usual, StringComparison.Ordinal) ? hits[i] : own;
        }

        // Another language than the team's must be clear from the words, because profiles share some of them.
        return hits[best] >= FewestHits && hits[best] * 2 > own * 3 ? Profiles[best].Language : usual;
    }

    private static int Count(ItemReading item, Span<int> hits)
    {
        var words = 0;
        foreach (var field in item.Fields)
        {
            foreach (var word in field.Words)
            {
                if (++words > MostWords)
                {
                    return words;
                }

                for (var i = 0; word.Entry is { } entry && entry.Whole.Overlaps(AnyProfile) && i < Profiles.Length; i++)
                {
                    hits[i] += Profiles[i].List.Holds(word) ? 1 : 0;
                }
            }
        }

        return words;
    }

    private static bool MostlyLatin(ItemReading item)
    {
        var (latin, other) = (0, 0);
        foreach (var field in item.Fields)
        {
            if (field.Prose.IndexOfAnyExcept(Prose.LatinOrBlank) < 0)
            {
                latin += field.Prose.Length;
                continue;
            }

            foreach (var c in field.Prose)
            {
                if (char.IsLetter(c))
                {
                    _ = c <= LastLatin ? latin++ : other++;
                }
            }
        }

        return other <= latin || other < FewestWords;
    }
}

/// <summary>The commonest words of a language.</summary>
/// <param name="Language">Its ISO 639-1 code.</param>
/// <param name="List">The list that they are in.</param>
/// <param name="Words">The words.</param>
internal sealed record LanguageProfile(string Language, WordList List, string[] Words);
