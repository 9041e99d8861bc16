using System.Runtime.CompilerServices;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// A named list of words and phrases, under the same name in every language. Whoever looks for words declares the lists by name; what stands in
/// them is data of the language. Looking costs a bit test where nothing begins, so that a rule may ask at every word.
/// </summary>
internal sealed class WordList
{
    private static readonly Lock Gate = new();
    private static readonly SortedDictionary<string, WordList> ByName = new(StringComparer.Ordinal);

    private bool _asked;

    private WordList(string name, int index) => (Name, Part, Bit) = (name, index / ListSet.BitsOfPart, 1UL << (index % ListSet.BitsOfPart));

    /// <summary>Its name in the files of a language, for example <c>vague.speed.words</c>.</summary>
    public string Name { get; }

    /// <summary>Where its bit is in a <see cref="ListSet"/>.</summary>
    internal int Part { get; }

    /// <summary>Its bit there.</summary>
    internal ulong Bit { get; }

    /// <summary>Names of the lists that code has asked for so far, ordered; for tests of the language files.</summary>
    internal static IReadOnlyList<string> Asked
    {
        get
        {
            lock (Gate)
            {
                return [.. ByName.Values.Where(l => l._asked).Select(l => l.Name)];
            }
        }
    }

    /// <summary>The list of a name.</summary>
    public static WordList Named(string name) => Get(name, asked: true);

    /// <summary>The list of a name that stands in a file, whether anybody asks for it or not.</summary>
    public static WordList InFile(string name) => Get(name, asked: false);

    private static WordList Get(string name, bool asked)
    {
        lock (Gate)
        {
            if (!ByName.TryGetValue(name, out var list))
            {
                if (ByName.Count == ListSet.Most)
                {
                    throw new InvalidOperationException($"word lists: '{name}' is one more than the {ListSet.Most} that a set can hold");
                }

                ByName[name] = list = new WordList(name, ByName.Count);
            }

            list._asked |= asked;
            return list;
        }
    }

    /// <summary>True where a phrase of the list stands anywhere in a text. Costs a bit test: ask before looking for the place.</summary>
    public bool IsIn(TextReading text) => text.Said.Has(this);

    /// <summary>True where a single word is in the list.</summary>
    public bool Holds(Word word) => word.Entry is { } entry && entry.Whole.Has(this);

    /// <summary>Number of words of the longest phrase of the list that stands at word <paramref name="i"/>; 0 where none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int At(Word[] words, int i) => words[i].Entry is { } entry && entry.Begins.Has(this) ? entry.LengthAt(this, words, i) : 0;

    /// <summary>Index of the first word from <paramref name="from"/>, before <paramref name="end"/>, at which a phrase of the list stands; -1 where none does.</summary>
    public int First(Word[] words, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (At(words, i) > 0)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>Some of the word lists, as bits.</summary>
internal struct ListSet
{
    /// <summary>The most lists there can be.</summary>
    public const int Most = BitsOfPart * Parts;

    /// <summary>Number of bits of a part.</summary>
    public const int BitsOfPart = 64;

    private const int Parts = 6;
    private Bits _bits;

    public readonly bool Has(WordList list) => (_bits[list.Part] & list.Bit) != 0;

    public void Add(WordList list) => _bits[list.Part] |= list.Bit;

    public void Add(in ListSet other)
    {
        for (var i = 0; i < Parts; i++)
        {
            _bits[i] |= other._bits[i];
        }
    }

    public static ListSet Of(IEnumerable<WordList> lists)
    {
        var set = default(ListSet);
        foreach (var list in lists)
        {
            set.Add(list);
        }

        return set;
    }

    /// <summary>True where both hold a list.</summary>
    public readonly bool Overlaps(in ListSet other)
    {
        for (var i = 0; i < Parts; i++)
        {
            if ((_bits[i] & other._bits[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    [InlineArray(Parts)]
    private struct Bits
    {
        private ulong _first;
    }
}
