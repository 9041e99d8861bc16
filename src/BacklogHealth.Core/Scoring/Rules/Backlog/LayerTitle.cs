using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>A title that names a technical layer, and what else it is about.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="First">First word that names it.</param>
/// <param name="Length">How many words name it.</param>
/// <param name="Subject">The other words that carry meaning, without verbs.</param>
internal sealed record LayerTitle(string Layer, int First, int Length, ImmutableHashSet<string> Subject)
{
    private static readonly (string Name, WordList Words)[] Layers =
        [.. new[] { "API", "UI", "backend", "database", "tests" }.Select(n => (n, WordList.Named("layers." + n)))];

    private static readonly WordList Noise = WordList.Named("titleNoise");
    private static readonly WordList Builders = WordList.Named("layerBuilders");

    // What stands between a layer and what it serves ("the frontend for gift cards").
    private static readonly WordList For = WordList.Named("layerFor");

    /// <summary>Reads a title; null where it names no layer.</summary>
    public static LayerTitle? Read(Word[] words, LanguageWords language)
    {
        // Few titles name a layer, and each title is asked.
        if (!NamesLayer(words, language))
        {
            return null;
        }

        var layer = "";
        var (first, length) = (-1, 0);
        var subject = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var end = EndOf(words, language);
        for (var i = 0; i < words.Length; i++)
        {
            var (found, name) = LayerAt(words, i);
            var before = found == 0 ? Compound(words[i], language, out name) : null;
            if (found > 0 || before is not null)
            {
                found = Math.Max(found, 1);

                // "Pay in the shop on the screen" only mentions a layer: one that names the item stands first, last or before "for".
                // Of two the last wins: "Voucher API tests" are tests.
                var names = subject.Count == 0 || i + found >= end || For.Holds(words[i + found]);
                if (names && (first < 0 || i + found >= end))
                {
                    (layer, first, length) = (name, i, found);
                }

                if (before is { } what)
                {
                    subject.Add(language.Canonical(what));
                }

                i += found - 1;
            }
            else if (!Noise.Holds(words[i]) && Builders.At(words, i) == 0)
            {
                subject.Add(language.Canonical(words[i]));
            }
        }

        return first < 0 ? null : new LayerTitle(layer, first, length, subject.ToImmutable());
    }

    private static bool NamesLayer(Word[] words, LanguageWords language)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (LayerAt(words, i).Length > 0 || Compound(words[i], language, out _) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // Where verbs stand last, those that build something stand behind it ("die Schnittstelle für Gutscheine bauen").
    private static int EndOf(Word[] words, LanguageWords language)
    {
        var end = words.Length;
        while (language.VerbsStandLast && end > 1 && Builders.At(words, end - 1) > 0)
        {
            end--;
        }

        return end;
    }

    // "Gutschein-API": what stands before the hyphen, where a layer stands behind it; else null.
    private static Word? Compound(Word word, LanguageWords language, out string layer)
    {
        layer = "";
        var hyphen = word.Lower.LastIndexOf('-');
        var entry = hyphen > 0 ? language.Lexicon.Find(word.Lower.AsSpan(hyphen + 1)) : null;
        var found = entry is null ? -1 : Array.FindIndex(Layers, l => entry.Whole.Has(l.Words));
        if (found < 0)
        {
            return null;
        }

        layer = Layers[found].Name;
        var before = word.Lower[..hyphen];
        return new Word(word.Start, hyphen, before, language.Lexicon.Find(before), word.Joined);
    }

    private static (int Length, string Name) LayerAt(Word[] words, int i)
    {
        var (length, name) = (0, "");
        foreach (var layer in Layers)
        {
            if (layer.Words.At(words, i) is var found && found > length)
            {
                (length, name) = (found, layer.Name);
            }
        }

        return (length, name);
    }
}
