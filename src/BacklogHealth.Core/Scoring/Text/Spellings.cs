namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// What a word in a file stands for, so that lists stay short: <c>schnell~</c> with each ending of the language, <c>an|legen</c> without the mark of
/// its prefix, and both as people write who have no umlauts. In a language without such data a word stands for itself.
/// </summary>
internal sealed class Spellings
{
    /// <summary>Marks a prefix that leaves its verb.</summary>
    public const char PrefixMark = '|';

    private const char EndingMark = '~';

    private readonly string[] _endings;
    private readonly string[][] _replaced;

    public Spellings(WordFile file)
    {
        _endings = [.. file.OwnGroup("inflections").SelectMany(g => g)];
        _replaced = [.. file.OwnGroup("spellings")];
    }

    /// <summary>All spellings of a word or phrase, each once.</summary>
    public IEnumerable<string> Of(string phrase) => Inflected(phrase.Replace($"{PrefixMark}", "", StringComparison.Ordinal)).SelectMany(Respelt).Distinct(StringComparer.Ordinal);

    /// <summary>All spellings of a verb, the mark of its prefix kept.</summary>
    public IEnumerable<string> OfVerb(string verb) => Respelt(verb).Distinct(StringComparer.Ordinal);

    /// <summary>All spellings of words that belong together, a group for each.</summary>
    public IEnumerable<string[]> OfGroup(string[] group)
    {
        var all = group.Select(w => Respelt(w).ToArray()).ToArray();
        return Enumerable.Range(0, _replaced.Length == 0 ? 1 : 3).Select(i => all.Select(w => w[i]).ToArray()).DistinctBy(g => string.Join('\n', g), StringComparer.Ordinal);
    }

    private IEnumerable<string> Inflected(string phrase)
    {
        var mark = phrase.IndexOf(EndingMark, StringComparison.Ordinal);
        return mark < 0 ? [phrase] : _endings.SelectMany(e => Inflected(phrase[..mark] + e + phrase[(mark + 1)..]));
    }

    // As it is, with the last replacement alone (Swiss "schliessen"), and with all ("loeschen").
    private IEnumerable<string> Respelt(string phrase) =>
        _replaced.Length == 0 ? [phrase] : [phrase, Replace(phrase, _replaced[^1..]), Replace(phrase, _replaced)];

    private static string Replace(string phrase, string[][] pairs) => pairs.Aggregate(phrase, (text, pair) => text.Replace(pair[0], pair[1], StringComparison.Ordinal));
}
