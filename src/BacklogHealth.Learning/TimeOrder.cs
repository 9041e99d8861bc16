namespace BacklogHealth.Learning;

/// <summary>Items in order of the day on which work on them began, cut so that later ones are foretold from earlier ones alone.</summary>
internal static class TimeOrder
{
    private const int Parts = 5;

    // Fewer new items would change a model by luck.
    private const int FewestUnseen = 60;

    /// <summary>The second half of the items in five parts, each with the day on which its first item began; items of one day are never in two parts.</summary>
    /// <param name="ordered">The items, in order.</param>
    /// <param name="began">The day on which an item began.</param>
    public static IEnumerable<(DateOnly Cut, List<T> Later)> LaterHalf<T>(List<T> ordered, Func<T, DateOnly> began)
    {
        var cuts = Enumerable.Range(0, ordered.Count == 0 ? 0 : Parts).Select(p => began(ordered[(int)((long)ordered.Count * (Parts + p) / (2 * Parts))])).Distinct().ToList();
        return cuts.Select((cut, part) => (cut, ordered.FindAll(i => began(i) >= cut && (part + 1 == cuts.Count || began(i) < cuts[part + 1]))));
    }

    /// <summary>
    /// The later half of what began on a day or after it: what a model whose data end there has not seen, nor one that learns from all before this half. Null
    /// where too few items began since.
    /// </summary>
    public static (DateOnly Cut, List<T> Items)? Unseen<T>(List<T> ordered, Func<T, DateOnly> began, DateOnly? since)
    {
        var fresh = ordered.FindAll(i => began(i) >= since);
        if (fresh.Count < FewestUnseen)
        {
            return null;
        }

        var cut = began(fresh[fresh.Count / 2]);
        return (cut, fresh.FindAll(i => began(i) >= cut));
    }
}
