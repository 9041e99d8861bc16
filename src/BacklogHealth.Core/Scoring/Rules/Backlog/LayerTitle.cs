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
    /// <summary>Reads a title; null where it names no layer.</summary>
    public static LayerTitle? Read(IReadOnlyList<Word> words, LanguageWords language)
    {
        var layer = "";
        var (first, length) = (-1, 0);
        var subject = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            var found = language.Layers.MatchAt(words, i, out var name);
            if (found > 0)
            {
                // "Pay in the shop on the screen" only mentions a layer: one that names the item stands first, last or before "for".
                // Of two the last wins: "Voucher API tests" are tests.
                var names = subject.Count == 0 || i + found == words.Count || language.LayerFor.Contains(words[i + found].Lower);
                if (names && (first < 0 || i + found == words.Count))
                {
                    (layer, first, length) = (name, i, found);
                }

                i += found - 1;
            }
            else if (!language.TitleNoise.Contains(words[i].Lower) && language.LayerBuilders.MatchAt(words, i) == 0)
            {
                subject.Add(language.Canonical(words[i].Lower));
            }
        }

        return first < 0 ? null : new LayerTitle(layer, first, length, subject.ToImmutable());
    }
}
