using System.Collections.Immutable;

namespace BacklogHealth.Core.Models;

/// <summary>
/// A sum over the words of a text and some numbers, each times a weight. Words count as there or not there, the rarer the more (their inverse document
/// frequency), and all of a text's words together have length one, so that a long text does not count for more than a short one. What a word adds is
/// exact. The same on every machine; safe for several threads.
/// </summary>
public sealed class LinearModel
{
    private const int FilterBits = 18;

    private readonly Dictionary<ulong, int> _places;

    // A bit for each word that is known, by part of its id: most words of a text, and nearly all pairs, are known to no model, and are passed over without a look into the
    // dictionary, which does not fit into a processor's nearest cache as this does.
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];

    /// <summary>A model of what was learned.</summary>
    /// <param name="start">What is added whatever the item says.</param>
    /// <param name="measures">The numbers, in the order in which they are handed in.</param>
    /// <param name="words">The words, each name once.</param>
    /// <exception cref="ArgumentException">A word comes twice, or two words have one id.</exception>
    public LinearModel(double start, ImmutableArray<Measure> measures, ImmutableArray<WeighedWord> words)
    {
        (Start, Measures, Words) = (start, measures, words);
        _places = new Dictionary<ulong, int>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var id = Term.IdOf(words[i].Name);
            _places.Add(id, i);
            _filter[BitOf(id) >> 6] |= 1UL << (int)(BitOf(id) & 63);
        }
    }

    /// <summary>A model that says 0 of everything.</summary>
    public static LinearModel Nothing { get; } = new(0, [], []);

    /// <summary>What is added whatever the item says.</summary>
    public double Start { get; }

    /// <summary>The numbers it reads.</summary>
    public ImmutableArray<Measure> Measures { get; }

    /// <summary>The words it knows.</summary>
    public ImmutableArray<WeighedWord> Words { get; }

    /// <summary>The value for an item.</summary>
    /// <param name="terms">Its words; one that comes twice counts once.</param>
    /// <param name="measures">Its numbers, in the order of <see cref="Measures"/>; more of them are ignored.</param>
    public double Of(IReadOnlyList<Term> terms, IReadOnlyList<double> measures)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(measures);
        var sum = Start;
        for (var i = 0; i < Measures.Length; i++)
        {
            sum += Measures[i].Adds(measures[i]);
        }

        var (known, squares) = Known(terms);
        if (squares > 0)
        {
            var words = 0.0;
            foreach (var (place, _) in known)
            {
                words += Words[place].Rarity * Words[place].Weight;
            }

            sum += words / Math.Sqrt(squares);
        }

        return sum;
    }

    /// <summary>What each word and each number added, in the order of reading; those that added nothing are left out.</summary>
    public ImmutableArray<Part> Parts(IReadOnlyList<Term> terms, IReadOnlyList<double> measures)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(measures);
        var (known, squares) = Known(terms);
        var length = Math.Sqrt(squares);
        return
        [
            .. known.OrderBy(k => k.First).Select(k => new Part(Words[k.Place].Name, Words[k.Place].Rarity * Words[k.Place].Weight / length, terms[k.First])).Where(p => p.Adds != 0),
            .. Measures.Select((m, i) => new Part(m.Name, m.Adds(measures[i]), null) { Value = measures[i] }).Where(p => p.Adds != 0),
        ];
    }

    private static ulong BitOf(ulong id) => (id ^ (id >> 32)) & ((1UL << FilterBits) - 1);

    /// <summary>The places of the words it knows, by place and each once with where it first came, and the sum of their squared rarities.</summary>
    private (List<(int Place, int First)> Known, double Squares) Known(IReadOnlyList<Term> terms)
    {
        var found = new List<long>(terms.Count);
        for (var i = 0; i < terms.Count; i++)
        {
            var bit = BitOf(terms[i].Id);
            if ((_filter[bit >> 6] & (1UL << (int)(bit & 63))) != 0 && _places.TryGetValue(terms[i].Id, out var place))
            {
                found.Add(((long)place << 32) | (uint)i);
            }
        }

        // By place, so that the sum does not hang on the order of the words; then by where they stand. Both in one number, which sorts ten times as fast as a pair.
        found.Sort();
        var known = new List<(int Place, int First)>(found.Count);
        var squares = 0.0;
        foreach (var one in found)
        {
            var place = (int)(one >> 32);
            if (known.Count == 0 || known[^1].Place != place)
            {
                known.Add((place, (int)one));
                squares += Words[place].Rarity * Words[place].Rarity;
            }
        }

        return (known, squares);
    }
}

/// <summary>A word, or two in a row, that a model knows.</summary>
/// <param name="Name">Its form: <c>title:</c> before it where it counts in the title only, <c>^</c> for the beginning of a field, <c>#</c> for whatever holds a digit.</param>
/// <param name="Rarity">How much it counts among the words of a text: 1 for one that is everywhere, more for a rarer one.</param>
/// <param name="Weight">What it adds to the value where it stands alone.</param>
public readonly record struct WeighedWord(string Name, double Rarity, double Weight);
