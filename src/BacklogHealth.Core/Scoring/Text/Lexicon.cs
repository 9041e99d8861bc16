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
    public static Lexicon Of(IEnumerable<ListedPhrase> lists, IEnumerable<VerbForm> verbs)
    {
        var entries = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        LexiconEntry Entry(string word)
        {
            if (!entries.TryGetValue(word, out var entry))
            {
                entries[word] = entry = new LexiconEntry(word, entries.Count);
            }

            return entry;
        }

        foreach (var (list, phrase) in lists)
        {
            LexiconEntry[] words = [.. Words.Read(phrase, null).Select(w => Entry(w.Lower))];
            if (words.Length > 0)
            {
                words[0].Add(list, words, phrase[0] == Apart);
            }
        }

        foreach (var (form, verb) in verbs)
        {
            Entry(form).AddVerb(verb);
        }

        return new Lexicon(entries);
    }

    /// <summary>The entry of a word in lower case; null where no list knows it.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> lower) => _entries.TryGetValue(lower, out var entry) ? entry : null;
}

/// <summary>One word of a lexicon: of its own, or inside a phrase of others.</summary>
internal sealed class LexiconEntry(string lower, int number)
{
    private readonly int _number = number;
    private ListSet _begins;
    private ListSet _whole;
    private ListSet _wholeApart;

    // Phrases of two words or more, longest first, so that the first that stands is the longest; and beside each the number of its second word.
    private Phrase[] _phrases = [];
    private int[] _seconds = [];

    /// <summary>The word in lower case.</summary>
    public string Lower { get; } = lower;

    /// <summary>The base form where it is a form of a verb; else null.</summary>
    public string? Verb { get; private set; }

    /// <summary>True where a list holds it or a phrase that it begins, or where it is a verb; false where it only stands inside phrases.</summary>
    public bool IsListed { get; private set; }

    /// <summary>The lists in which it stands alone or begins a phrase.</summary>
    public ref readonly ListSet Begins => ref _begins;

    /// <summary>The lists in which it stands alone, whatever is before it.</summary>
    public ref readonly ListSet Whole => ref _whole;

    /// <summary>Number of words of the longest phrase of a list that stands at word <paramref name="i"/>; 0 where none does.</summary>
    public int LengthAt(WordList list, Word[] words, int i)
    {
        for (var at = Standing(words, i, 0); at >= 0; at = Standing(words, i, at + 1))
        {
            if (_phrases[at].Lists.Has(list))
            {
                return _phrases[at].Length;
            }
        }

        return _whole.Has(list) || (!words[i].Joined && _wholeApart.Has(list)) ? 1 : 0;
    }

    /// <summary>Adds the lists of which a phrase stands at word <paramref name="i"/>.</summary>
    public void AddSaid(ref ListSet said, Word[] words, int i)
    {
        said.Add(_whole);
        if (!words[i].Joined)
        {
            said.Add(_wholeApart);
        }

        for (var at = Standing(words, i, 0); at >= 0; at = Standing(words, i, at + 1))
        {
            said.Add(_phrases[at].Lists);
        }
    }

    internal void Add(WordList list, LexiconEntry[] words, bool apart)
    {
        IsListed = true;
        _begins.Add(list);
        if (words.Length == 1)
        {
            (apart ? ref _wholeApart : ref _whole).Add(list);
            return;
        }

        var phrase = Array.Find(_phrases, p => p.IsOf(words, apart));
        if (phrase is null)
        {
            phrase = new Phrase(words, apart);
            _phrases = [.. _phrases.Append(phrase).OrderByDescending(p => p.Length)];
            _seconds = [.. _phrases.Select(p => p.Second._number)];
        }

        phrase.Lists.Add(list);
    }

    internal void AddVerb(string verb)
    {
        IsListed = true;
        Verb ??= verb;
    }

    // The next phrase, from one on, that stands at a word; -1 where none does. A common word begins dozens of them: the word behind tells which to look at.
    private int Standing(Word[] words, int i, int from)
    {
        if (from >= _seconds.Length || i + 1 >= words.Length || words[i + 1] is not { Joined: true, Entry: { } second })
        {
            return -1;
        }

        while (_seconds.AsSpan(from).IndexOf(second._number) is >= 0 and var next)
        {
            if (_phrases[from + next].StandsAt(words, i))
            {
                return from + next;
            }

            from += next + 1;
        }

        return -1;
    }

    /// <summary>Two words or more in a row that some lists hold.</summary>
    private sealed class Phrase(LexiconEntry[] words, bool apart)
    {
        private ListSet _lists;

        public int Length => words.Length;

        public LexiconEntry Second => words[1];

        public ref ListSet Lists => ref _lists;

        public bool IsOf(LexiconEntry[] others, bool othersApart) => apart == othersApart && words.AsSpan().SequenceEqual(others);

        /// <summary>True where the words stand from a word on, with nothing but white space between them. The first is taken as found.</summary>
        public bool StandsAt(Word[] text, int i)
        {
            if (i + words.Length > text.Length || (apart && text[i].Joined))
            {
                return false;
            }

            for (var k = 1; k < words.Length; k++)
            {
                if (!ReferenceEquals(text[i + k].Entry, words[k]) || !text[i + k].Joined)
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>A word or a phrase of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Phrase">The phrase; one that begins with a comma stands only behind a mark.</param>
internal sealed record ListedPhrase(WordList List, string Phrase);
