using System.Runtime.InteropServices;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// Finds titles that say nearly the same without comparing each with each: feed it all items once, then compare. Two titles that differ by one word share the signature that is left
/// when this word is taken out, so only titles with a common signature are compared.
/// </summary>
internal sealed class SameTitles
{
    private const int FewestWords = 2;
    private const int MostNamed = 3;
    private const int MostCompared = 32;
    private const int MostSigned = 40;

    private readonly List<(string Id, string[] Words)> _titles = [];

    /// <summary>Reads the title of an item; one that says too little is left out.</summary>
    /// <param name="id">The item's id, each once.</param>
    /// <param name="words">Its <see cref="TitleWords"/>.</param>
    public void Add(string id, string[] words)
    {
        if (words.Length >= FewestWords)
        {
            _titles.Add((id, words));
        }
    }

    /// <summary>Ids of the items with nearly the same title, in the order of reading, by the id of each that has any; three at most.</summary>
    public Dictionary<string, List<string>> Compare()
    {
        var latest = new Dictionary<ulong, int>(_titles.Count);
        var signed = new List<(int Title, int Before)>(_titles.Count);
        var pairs = new List<(int, int)>();
        var named = new int[_titles.Count];
        var signatures = new List<ulong>();
        for (var i = 0; i < _titles.Count; i++)
        {
            var first = pairs.Count;
            Sign(_titles[i].Words, signatures);
            foreach (var signature in signatures)
            {
                ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, signature, out var known);
                var before = known ? last : -1;

                // Each with the latest few that share the signature: they are alike, and three names are enough for a question.
                for (var (k, compared) = (before, 0); k >= 0 && compared < MostCompared && named[i] < MostNamed; (k, compared) = (signed[k].Before, compared + 1))
                {
                    var j = signed[k].Title;
                    if (j != i && pairs.IndexOf((j, i), first) < 0 && Alike(_titles[i].Words, _titles[j].Words))
                    {
                        pairs.Add((j, i));
                        named[i]++;
                        named[j]++;
                    }
                }

                last = signed.Count;
                signed.Add((i, before));
            }
        }

        pairs.Sort();
        var others = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (a, b) in pairs)
        {
            Name(others, _titles[a].Id, _titles[b].Id);
            Name(others, _titles[b].Id, _titles[a].Id);
        }

        return others;
    }

    /// <summary>
    /// True where both hold the same words, or one word is spelt a little differently. One word more, or another number or name, is another thing. Both
    /// are sorted.
    /// </summary>
    private static bool Alike(string[] a, string[] b)
    {
        string? onlyA = null;
        string? onlyB = null;
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            var order = i == a.Length ? 1 : j == b.Length ? -1 : string.CompareOrdinal(a[i], b[j]);
            if (order == 0)
            {
                i++;
                j++;
            }
            else if (order < 0 ? onlyA is null : onlyB is null)
            {
                _ = order < 0 ? onlyA = a[i++] : onlyB = b[j++];
            }
            else
            {
                return false;
            }
        }

        return (onlyA, onlyB) switch
        {
            (null, null) => true,
            ({ } one, { } other) => a.Length > FewestWords && IsPlain(one) && IsPlain(other) && Spelt(one, other),
            _ => false,
        };
    }

    // A number or a name of code ("v2", "foo.bar") is another thing where it is spelt otherwise.
    private static bool IsPlain(string word) => word.All(char.IsLetter);

    // "order" and "ordering": a common beginning of five letters or more, little behind it.
    private static bool Spelt(string a, string b)
    {
        var common = 0;
        while (common < a.Length && common < b.Length && a[common] == b[common])
        {
            common++;
        }

        return common >= 5 && Math.Max(a.Length, b.Length) - common <= 3;
    }

    private static void Name(Dictionary<string, List<string>> others, string id, string other)
    {
        if (!others.TryGetValue(id, out var list))
        {
            others[id] = list = [];
        }

        if (list.Count < MostNamed)
        {
            list.Add(other);
        }
    }

    // The sum of the words' hashes, and that sum without each word in turn: order plays no part.
    private static void Sign(string[] words, List<ulong> signatures)
    {
        var all = 0UL;
        foreach (var word in words)
        {
            all = unchecked(all + Hash(word));
        }

        signatures.Clear();
        signatures.Add(all);
        for (var i = 0; i < Math.Min(words.Length, MostSigned) && words.Length > FewestWords; i++)
        {
            signatures.Add(unchecked(all - Hash(words[i])));
        }
    }

    // FNV-1a, finished by a multiplication so that sums spread.
    private static ulong Hash(string word)
    {
        var hash = Fnv.More(Fnv.Basis, word);
        return unchecked((hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL);
    }
}
