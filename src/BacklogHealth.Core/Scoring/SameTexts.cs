using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// Finds descriptions that say nearly the same, without comparing each with each and without keeping them. Of every description a signature is kept:
/// of all runs of three words, the smallest hash in each of 64 bins (one-permutation MinHash). Of the bins that are used, the share of equal ones estimates
/// the share of equal runs; only descriptions that agree in a whole band of four bins are compared. Text that stands in many items is a template, and makes no twins.
/// </summary>
internal sealed class SameTexts
{
    private const int Bins = 64;
    private const int Band = 4;
    private const int Run = 3;
    private const int FewestWords = 20;

    /// <summary>So many more that say the same make a template or a series of it.</summary>
    private const int MostAlike = 3;

    private const int MostCompared = 32;
    private const uint Empty = uint.MaxValue;
    private const double Alike = 0.85;

    private readonly List<(string Id, uint[] Signature)> _texts = [];

    /// <summary>Takes an item's description; one that is short, or nothing but a log or code, is passed over.</summary>
    public void Add(string id, TextReading description)
    {
        if (description.Words.Length >= FewestWords && Signature(description) is { } signature)
        {
            _texts.Add((id, signature));
        }
    }

    /// <summary>By the id of an item, those of the items with nearly the same description, in the order of the backlog.</summary>
    public Dictionary<string, List<string>> Compare()
    {
        var alike = new List<int>?[_texts.Count];
        var before = new int[_texts.Count];
        for (var band = 0; band < Bins / Band; band++)
        {
            var latest = new Dictionary<(ulong, ulong), int>(_texts.Count);
            for (var i = 0; i < _texts.Count; i++)
            {
                ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, Bucket(_texts[i].Signature, band * Band), out var known);
                before[i] = known ? last : -1;
                last = i;

                // Each with the latest few of its bucket: what fills a bucket further is a template, and told by its number.
                for (var (k, compared) = (before[i], 0); k >= 0 && compared < MostCompared; (k, compared) = (before[k], compared + 1))
                {
                    Join(alike, k, i);
                }
            }
        }

        return Named(alike);
    }

    private static uint[]? Signature(TextReading text)
    {
        var signature = new uint[Bins];
        Array.Fill(signature, Empty);
        ulong a = 0, b = 0;
        for (var i = 0; i < text.Words.Length; i++)
        {
            var word = text.Words[i];
            var c = Hash(word.Lower);

            // Code or a quotation within a sentence is no prose, and yet often all that sets two texts apart.
            if (i > 0 && !word.Joined && text.Prose[text.Words[i - 1].End..word.Start].Contains(Prose.Blank))
            {
                c += Hash(text.Plain.AsSpan()[text.Words[i - 1].End..word.Start]);
            }

            if (i >= Run - 1)
            {
                var run = Mix((a * 31) + (b * 17) + c);
                ref var bin = ref signature[run >> 58];
                bin = Math.Min(bin, (uint)run);
            }

            (a, b) = (b, c);
        }

        return Array.Exists(signature, v => v != Empty) ? signature : null;
    }

    private static (ulong, ulong) Bucket(uint[] signature, int bin) =>
        (((ulong)Filled(signature, bin) << 32) | Filled(signature, bin + 1), ((ulong)Filled(signature, bin + 2) << 32) | Filled(signature, bin + 3));

    // A bin without a run borrows from the next one that has one, changed by the distance, so that equal texts fall into equal buckets.
    private static uint Filled(uint[] signature, int bin)
    {
        var step = 0U;
        while (signature[(bin + step) % Bins] == Empty)
        {
            step++;
        }

        return unchecked(signature[(bin + step) % Bins] + (step * 0x9E3779B9U));
    }

    private void Join(List<int>?[] alike, int a, int b)
    {
        if ((alike[a]?.Count > MostAlike && alike[b]?.Count > MostAlike) || alike[b]?.Contains(a) == true || !AreAlike(_texts[a].Signature, _texts[b].Signature))
        {
            return;
        }

        (alike[a] ??= []).Add(b);
        (alike[b] ??= []).Add(a);
    }

    private Dictionary<string, List<string>> Named(List<int>?[] alike)
    {
        var others = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < alike.Length; i++)
        {
            if (alike[i] is { Count: <= MostAlike } same && same.TrueForAll(o => alike[o]!.Count <= MostAlike))
            {
                others[_texts[i].Id] = [.. same.Order().Select(o => _texts[o].Id)];
            }
        }

        return others;
    }

    private static bool AreAlike(uint[] a, uint[] b)
    {
        // Vectors of a fixed size, loaded by what the compiler knows as one instruction: other code of vectors is in no precompiled image.
        var (empty, equal, all) = (Vector128.Create(Empty), Vector128<uint>.Zero, Vector128<uint>.Zero);
        for (var i = 0; i < Bins; i += Vector128<uint>.Count)
        {
            var (x, y) = (Vector128.LoadUnsafe(ref a[0], (nuint)i), Vector128.LoadUnsafe(ref b[0], (nuint)i));
            var used = ~(Vector128.Equals(x, empty) & Vector128.Equals(y, empty));

            // Where it holds, all bits are set, which is one less than nothing.
            all -= used;
            equal -= Vector128.Equals(x, y) & used;
        }

        return Vector128.Sum(equal) >= Alike * Vector128.Sum(all);
    }

    private static ulong Hash(ReadOnlySpan<char> word) => Mix(Fnv.More(Fnv.Basis, word));

    private static ulong Mix(ulong value)
    {
        value = unchecked((value ^ (value >> 31)) * 0x7FB5D329728EA185UL);
        value = unchecked((value ^ (value >> 27)) * 0x81DADEF4BC2DD44DUL);
        return value ^ (value >> 33);
    }
}
