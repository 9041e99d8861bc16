using System.Collections.Immutable;

namespace BacklogHealth.Learning;

/// <summary>Which words are learned: those that stand in enough items of enough projects, the commonest first.</summary>
/// <param name="Words">Their ids, with how rare each is: 1 + ln((1 + n) ÷ (1 + items that hold it)).</param>
internal sealed record Vocabulary(ImmutableArray<(ulong Id, double Rarity)> Words)
{
    /// <summary>Chooses words.</summary>
    /// <param name="examples">What is learned from.</param>
    /// <param name="fewestItems">Items that a word must stand in.</param>
    /// <param name="fewestGroups">Projects that it must stand in.</param>
    /// <param name="most">How many are kept.</param>
    public static Vocabulary Of(IReadOnlyList<Example> examples, int fewestItems, int fewestGroups, int most)
    {
        var counts = new Dictionary<ulong, (int Items, ulong Groups)>();
        foreach (var example in examples)
        {
            // Beyond 64 projects two may share a bit: a word then seems to stand in fewer of them, never in more.
            var group = 1UL << (example.Group % 64);
            foreach (var word in example.Words)
            {
                ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _);
                count = (count.Items + 1, count.Groups | group);
            }
        }

        return new Vocabulary([.. counts
            .Where(c => c.Value.Items >= fewestItems && System.Numerics.BitOperations.PopCount(c.Value.Groups) >= fewestGroups)
            .OrderByDescending(c => c.Value.Items).ThenBy(c => c.Key)
            .Take(most)
            .Select(c => (c.Key, Core.Models.ModelFile.Rounded(1 + Math.Log((1.0 + examples.Count) / (1 + c.Value.Items)))))]);
    }
}
