namespace BacklogHealth.Core.Scoring.Text;

/// <summary>The words of a title that carry its meaning: without filler, in one spelling, each once, sorted.</summary>
internal static class TitleWords
{
    public static string[] Of(string title, LanguageWords language) =>
        [.. Words.Read(title)
            .Where(w => !language.TitleNoise.Contains(w.Lower))
            .Select(w => language.Canonical(w.Lower))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}
