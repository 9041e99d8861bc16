namespace BacklogHealth.Core.Scoring.Text;

/// <summary>The words of a title that carry its meaning: without filler and adverbs, in one spelling, each once, sorted.</summary>
internal static class TitleWords
{
    private static readonly WordList Noise = WordList.Named("titleNoise");

    public static string[] Of(string title, LanguageWords language) =>
        [.. Words.Read(title, language.Lexicon)
            .Where(w => !Noise.Holds(w) && !language.Endings.IsAdverb(w))
            .Select(language.Canonical)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}
