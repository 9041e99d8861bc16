namespace BacklogHealth.Core.Health;

/// <summary>The clarity of many items in one number.</summary>
public static class Clarity
{
    /// <summary>The median of the clarity scores, 0 to 100, halves for an even number of items; null where nothing was scored.</summary>
    public static double? Median(IEnumerable<BacklogItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var scores = items.Select(i => i.Score.Clarity).OfType<int>().Order().ToList();
        return scores.Count == 0 ? null : (scores[(scores.Count - 1) / 2] + scores[scores.Count / 2]) / 2.0;
    }
}
