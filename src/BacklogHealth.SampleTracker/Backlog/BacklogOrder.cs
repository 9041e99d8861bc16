using BacklogHealth.SampleTracker.Backlog.History;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>
/// Puts a team's items in the order of its backlog: what is finished, what is being worked on, what is next, what was promised, the rest. The rest
/// is rougher the deeper it stands, since a team refines what it will soon begin.
/// </summary>
internal static class BacklogOrder
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static Dictionary<PlannedItem, string> Ranks(IReadOnlyList<PlannedItem> items, int seed)
    {
        var ranks = new Dictionary<PlannedItem, string>(ReferenceEqualityComparer.Instance);
        foreach (var item in items.OrderBy(Group).ThenBy(i => Place(i, seed)))
        {
            ranks[item] = Rank((ranks.Count + 1) * 8);
        }

        return ranks;
    }

    /// <summary>A rank in the shape of the tracker's: ordinal order is backlog order, with room between two neighbours.</summary>
    public static string Rank(int number)
    {
        Span<char> text = stackalloc char[5];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[number % 36];
            number /= 36;
        }

        return $"0|i{text}:";
    }

    private static int Group(PlannedItem item) => item.Seed.State switch
    {
        SeedState.Done or SeedState.WontDo or SeedState.Duplicate => 0,
        SeedState.Doing or SeedState.Review => 1,
        SeedState.Ready => 2,
        _ => item.Seed.IsTop ? 3 : 4,
    };

    // What was promised stands in the order of its file, so that a new child of a promised epic has its place beside its siblings at once.
    private static double Place(PlannedItem item, int seed) => Group(item) switch
    {
        0 or 1 => item.Finished ?? item.Started ?? 0,
        3 => item.Epic.Items.IndexOf(item.Seed),
        _ => Chance.For(seed, item.StreamName + " place").Unit() + Roughness(item.Seed),
    };

    private static double Roughness(ItemSeed item) => item.Good ? 0 : string.Equals(item.Type, "Bug", StringComparison.Ordinal) ? 0.8 : 0.6 + (0.4 * item.Flaws.Length);
}
