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

    /// <summary>Where the true area lies with 95 % certainty, by the standard error of Hanley and McNeil (1982).</summary>
    /// <param name="area">What was found, 0 to 1.</param>
    /// <param name="yes">Items that met the fate, 1 or more.</param>
    /// <param name="no">Items that did not, 1 or more.</param>
    public static (double From, double To) Interval(double area, int yes, int no)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(yes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(no, 1);

        // A perfect order would have no width: it is taken as one in which half a pair is the wrong way round.
        var most = 1 - (0.5 / ((double)yes * no));
        var found = Math.Clamp(area, 1 - most, most);
        var (both, other) = (found / (2 - found), 2 * found * found / (1 + found));
        var variance = ((found * (1 - found)) + ((yes - 1) * (both - (found * found))) + ((no - 1) * (other - (found * found)))) / ((double)yes * no);
        var reach = 1.959964 * Math.Sqrt(Math.Max(0, variance));
        return (Math.Max(0, area - reach), Math.Min(1, area + reach));
    }
}
