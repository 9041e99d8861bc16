namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Tells the kind of a word by a list, and by its end where no list knows it: "quickly", "scalable", "improving". A guess by the end is right more often
/// than not, no more.
/// </summary>
internal sealed class WordEndings(WordFile file, Lexicon lexicon)
{
    private const int ShortestStem = 2;
    private static readonly WordList Verbs = WordList.Named("story.verbs");
    private static readonly WordList Adjectives = WordList.Named("story.adjectives");

    private readonly IReadOnlyList<string> _adjectives = file.List("story.adjectiveEndings");
    private readonly IReadOnlyList<string> _adverbs = file.List("story.adverbEndings");
    private readonly IReadOnlyList<string> _participles = file.List("story.participleEndings");

    /// <summary>True for a word that ends as adverbs do ("quickly") and is no verb ("apply").</summary>
    public bool IsAdverb(Word word) => Ending(word.Lower, _adverbs) is not null && !Verbs.Holds(word);

    /// <summary>True for a word that names a quality.</summary>
    public bool IsAdjective(Word word) => Adjectives.Holds(word) || Ending(word.Lower, _adjectives) is not null;

    /// <summary>True for the form of a verb that goes on with a sentence: "…, improving accuracy".</summary>
    public bool IsParticiple(Word word)
    {
        if (Ending(word.Lower, _participles) is not { } ending)
        {
            return false;
        }

        // "filing" of "file", "cutting" of "cut".
        var stem = word.Lower[..^ending.Length];
        return IsVerb(stem) || IsVerb(stem + "e") || (stem[^1] == stem[^2] && IsVerb(stem[..^1]));
    }

    private static string? Ending(string lower, IReadOnlyList<string> endings)
    {
        foreach (var ending in endings)
        {
            if (lower.Length >= ending.Length + ShortestStem && lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return ending;
            }
        }

        return null;
    }

    private bool IsVerb(string lower) => lexicon.Find(lower)?.Whole.Has(Verbs) == true;
}
