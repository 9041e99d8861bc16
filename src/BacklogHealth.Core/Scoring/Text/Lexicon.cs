using System.Collections.Frozen;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Every word that any list of a language knows, in lower case, with the lists in which it stands or begins a phrase. A text's words are looked up
/// once; all lists are then read from what was found. Immutable.
/// </summary>
internal sealed class Lexicon
{
    // Opens a phrase that stands only behind a comma or another mark, or where a line begins (", damit").
    private const char Apart = ',';

    private readonly FrozenDictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _entries;

    private Lexicon(Dictionary<string, LexiconEntry> entries) =>
        _entries = entries.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Makes a lexicon.</summary>
    /// <param name="lists">Words and phrases by list; one that begins with a comma stands only where nothing but a mark or a line's end is before it.</param>
    /// <param name="verbs">Forms of verbs with their base form.</param>
    public static Lexicon Of(IEnumerable<(WordList List, string Phrase)> lists, IEnumerable<(string Form, string Base)> verbs)
    {
        var entries = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        LexiconEntry Entry(string word)
        {
            if (!entries.TryGetValue(word, out var entry))
            {
                entries[word] = entry = new LexiconEntry(word);
            }

            return entry;
        }

        foreach (var (list, phrase) in lists)
        {
            var words = Words.Read(phrase, null).Select(w => w.Lower).ToArray();
            if (words.Length > 0)
            {
                Entry(words[0]).Add(list, words, phrase[0] == Apart);
            }
        }

        foreach (var (form, verb) in verbs)
        {
            Entry(form).Verb ??= verb;
        }

        return new Lexicon(entries);
    }

    /// <summary>The entry of a word in lower case; null where no list knows it.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> lower) => _entries.TryGetValue(lower, out var entry) ? entry : null;
}

/// <summary>One word of a lexicon.</summary>
internal sealed class LexiconEntry(string lower)
{
    private ListSet _begins;
    private ListSet _whole;
    private (string[] Words, bool Apart, ListSet Lists)[] _phrases = [];

    /// <summary>The word in lower case.</summary>
    public string Lower { get; } = lower;

    /// <summary>The base form where it is a form of a verb; else null.</summary>
    public string? Verb { get; internal set; }

    /// <summary>The lists in which it stands alone or begins a phrase.</summary>
    public ref readonly ListSet Begins => ref _begins;

    /// <summary>The lists in which it stands alone.</summary>
    public ref readonly ListSet Whole => ref _whole;

    /// <summary>Number of words of the longest phrase of a list that stands at word <paramref name="i"/>; 0 where none does.</summary>
    public int LengthAt(WordList list, Word[] words, int i)
    {
        foreach (var (phrase, apart, lists) in _phrases)
        {
            if (lists.Has(list) && !(apart && words[i].Joined) && Words.Stand(words, i, phrase))
            {
                return phrase.Length;
            }
        }

        return _whole.Has(list) ? 1 : 0;
    }

    internal void Add(WordList list, string[] words, bool apart)
    {
        _begins.Add(list);
        if (words.Length == 1 && !apart)
        {
            _whole.Add(list);
            return;
        }

        var at = Array.FindIndex(_phrases, p => p.Apart == apart && p.Words.AsSpan().SequenceEqual(words));
        if (at >= 0)
        {
            _phrases[at].Lists.Add(list);
            return;
        }

        var lists = default(ListSet);
        lists.Add(list);
        _phrases = [.. _phrases.Append((Words: words, Apart: apart, Lists: lists)).OrderByDescending(p => p.Words.Length)];
    }
}
