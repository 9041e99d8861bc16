namespace BacklogHealth.Core.Scoring.Text;

/// <summary>A team's own words and phrases, found in one pass over a text's words. Immutable.</summary>
internal sealed class PhraseList
{
    public static readonly PhraseList Empty = new([]);

    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.Ordinal);

    public PhraseList(IEnumerable<string> phrases)
    {
        foreach (var words in phrases.Select(p => Words.Read(p, null).Select(w => w.Lower).ToArray()).Where(w => w.Length > 0))
        {
            if (!_byFirst.TryGetValue(words[0], out var list))
            {
                _byFirst[words[0]] = list = [];
            }

            list.Add(words);
            list.Sort((a, b) => b.Length.CompareTo(a.Length));
        }
    }

    /// <summary>True where there is nothing to look for.</summary>
    public bool IsEmpty => _byFirst.Count == 0;

    /// <summary>Number of words of the longest phrase that stands at word <paramref name="i"/>; 0 where none does.</summary>
    public int MatchAt(Word[] words, int i)
    {
        if (IsEmpty || !_byFirst.TryGetValue(words[i].Lower, out var list))
        {
            return 0;
        }

        foreach (var phrase in list)
        {
            if (Words.Stand(words, i, phrase))
            {
                return phrase.Length;
            }
        }

        return 0;
    }
}
