namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Words and phrases to look for, found in one pass over a text's words. Immutable.</summary>
internal sealed class PhraseList
{
    public static readonly PhraseList Empty = new(Array.Empty<string>());

    private readonly Dictionary<string, List<(string[] Words, string Tag)>> _byFirst = new(StringComparer.Ordinal);

    public PhraseList(IEnumerable<string> phrases)
        : this(phrases.Select(p => (p, p)))
    {
    }

    /// <param name="phrases">Each phrase with the tag that a match returns.</param>
    public PhraseList(IEnumerable<(string Phrase, string Tag)> phrases)
    {
        foreach (var (phrase, tag) in phrases)
        {
            var words = Text.Words.Read(phrase).Select(w => w.Lower).ToArray();
            if (words.Length == 0)
            {
                continue;
            }

            if (!_byFirst.TryGetValue(words[0], out var list))
            {
                _byFirst[words[0]] = list = [];
            }

            list.Add((words, tag));
            list.Sort((a, b) => b.Words.Length != a.Words.Length ? b.Words.Length.CompareTo(a.Words.Length) : string.CompareOrdinal(a.Tag, b.Tag));
        }
    }

    /// <summary>Number of words of the longest phrase that stands at word <paramref name="i"/>; 0 where none does.</summary>
    public int MatchAt(IReadOnlyList<Word> words, int i) => MatchAt(words, i, out _);

    /// <summary>As above, with the tag of the phrase.</summary>
    public int MatchAt(IReadOnlyList<Word> words, int i, out string tag)
    {
        if (_byFirst.TryGetValue(words[i].Lower, out var list))
        {
            foreach (var (phrase, found) in list)
            {
                if (Stands(words, i, phrase))
                {
                    tag = found;
                    return phrase.Length;
                }
            }
        }

        tag = "";
        return 0;
    }

    private static bool Stands(IReadOnlyList<Word> words, int i, string[] phrase)
    {
        if (i + phrase.Length > words.Count)
        {
            return false;
        }

        for (var k = 1; k < phrase.Length; k++)
        {
            if (!words[i + k].Joined || !string.Equals(words[i + k].Lower, phrase[k], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
