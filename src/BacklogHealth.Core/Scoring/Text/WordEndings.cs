namespace BacklogHealth.Core.Scoring.Text;

/// <summary>What the end of a word tells of its kind, where no list knows the word: "quickly", "scalable". A guess, right more often than not.</summary>
internal sealed class WordEndings(WordFile file)
{
    private const int ShortestStem = 3;
    private readonly IReadOnlyList<string> _adjectives = file.List("story.adjectiveEndings");
    private readonly IReadOnlyList<string> _adverbs = file.List("story.adverbEndings");
    private readonly IReadOnlyList<string> _participles = file.List("story.participleEndings");

    public bool IsAdjective(string lower) => Ends(lower, _adjectives);

    public bool IsAdverb(string lower) => Ends(lower, _adverbs);

    /// <summary>The word without the ending of a participle ("improv" of "improving"); null where it has none.</summary>
    public string? StemOfParticiple(string lower)
    {
        foreach (var ending in _participles)
        {
            if (lower.Length >= ending.Length + ShortestStem && lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return lower[..^ending.Length];
            }
        }

        return null;
    }

    private static bool Ends(string lower, IReadOnlyList<string> endings)
    {
        foreach (var ending in endings)
        {
            if (lower.Length >= ending.Length + ShortestStem - 1 && lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
