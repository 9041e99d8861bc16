namespace BacklogHealth.Core.Scoring.Text;

/// <summary>The words of a title that carry its meaning: without filler and adverbs, in one spelling, each once, sorted.</summary>
internal static class TitleWords
{
    private static readonly WordList Noise = WordList.Named("titleNoise");

    public static string[] Of(string title, LanguageWords language)
    {
        var words = Words.Read(title, language.Lexicon);
        var kept = new string[words.Length];
        var count = 0;
        foreach (var word in words)
        {
            if (!Noise.Holds(word) && !language.Endings.IsAdverb(word))
            {
                kept[count++] = language.Canonical(word);
            }
        }

        Array.Sort(kept, 0, count, StringComparer.Ordinal);
        var last = 0;
        for (var i = 1; i < count; i++)
        {
            if (!string.Equals(kept[i], kept[last], StringComparison.Ordinal))
            {
                kept[++last] = kept[i];
            }
        }

        return kept[..Math.Min(count, last + 1)];
    }
}
