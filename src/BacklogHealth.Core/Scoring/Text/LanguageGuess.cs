using System.Collections.Frozen;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Tells a text's language by its commonest words. Where there are too few of them to tell, it is the team's. A text written mostly in letters
/// that are not Latin has no language the rules know.
/// </summary>
internal static class LanguageGuess
{
    private const int FewestHits = 4;
    private const int FewestWords = 6;

    private static readonly Lazy<(string Language, FrozenSet<string> Words)[]> Profiles = new(() =>
        [.. Resources.Json<SortedDictionary<string, string[]>>("stopwords.json").Select(p => (p.Key, p.Value.ToFrozenSet(StringComparer.Ordinal)))]);

    /// <returns>An ISO 639-1 code, or null where the letters are not Latin.</returns>
    public static string? Of(ItemReading item, string usual)
    {
        if (!MostlyLatin(item))
        {
            return null;
        }

        var words = item.Fields.SelectMany(f => f.Words).Take(2000).Select(w => w.Lower).ToList();
        if (words.Count < FewestWords)
        {
            return usual;
        }

        var hits = Profiles.Value.Select(p => (p.Language, Count: words.Count(p.Words.Contains))).ToList();
        var best = hits.MaxBy(h => h.Count);
        var own = hits.Find(h => string.Equals(h.Language, usual, StringComparison.Ordinal)).Count;

        // Another language than the team's must be clear from the words, because profiles share some of them.
        return best.Count >= FewestHits && best.Count * 2 > own * 3 ? best.Language : usual;
    }

    private static bool MostlyLatin(ItemReading item)
    {
        var (latin, other) = (0, 0);
        foreach (var field in item.Fields)
        {
            foreach (var c in field.Prose)
            {
                if (char.IsLetter(c))
                {
                    _ = c < '\u0250' ? latin++ : other++;
                }
            }
        }

        return other <= latin || other < FewestWords;
    }
}
