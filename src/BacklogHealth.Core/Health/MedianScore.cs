using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Health;

/// <summary>The scores of a backlog in one number; reports, gates and the comparison with last week take it from here, so that they agree.</summary>
public static class MedianScore
{
    /// <summary>The median of one score, 0 to 100, halves for an even number of items; epics and sub-tasks left out. Null where nothing was scored.</summary>
    public static double? Of(IEnumerable<BacklogItem> items, Score which = Score.Clarity)
    {
        ArgumentNullException.ThrowIfNull(items);
        var scores = items.Where(i => Counted.Is(i.Item.Kind)).Select(i => which == Score.Clarity ? i.Score.Clarity : i.Score.Slicing).OfType<int>().Order().ToList();
        return scores.Count == 0 ? null : (scores[(scores.Count - 1) / 2] + scores[scores.Count / 2]) / 2.0;
    }
}
