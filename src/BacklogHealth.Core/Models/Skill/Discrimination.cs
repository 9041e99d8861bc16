namespace BacklogHealth.Core.Models.Skill;

/// <summary>
/// The area under the ROC curve: of one item that met the fate and one that did not, how often had the first the higher value? 1 for always, 0.5 for as
/// often as by luck. Equal values count half.
/// </summary>
public static class Discrimination
{
    /// <summary>The area; null where all items met the fate, or none did.</summary>
    public static double? Of(IReadOnlyList<(double Value, bool Met)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var ranks = Ranks.Of([.. items.Select(i => i.Value)]);
        double yes = items.Count(i => i.Met), no = items.Count - yes;
        var sum = items.Zip(ranks, (i, rank) => i.Met ? rank : 0).Sum();
        return yes > 0 && no > 0 ? (sum - (yes * (yes + 1) / 2)) / (yes * no) : null;
    }
}
