namespace BacklogHealth.Core.Models.Skill;

/// <summary>
/// The area under the ROC curve: of one item that met the fate and one that did not, how often had the first the higher value? 1 for always, 0.5 for as
/// often as by luck. Equal values count half.
/// </summary>
public static class Discrimination
{
    /// <summary>The area; null where all items met the fate, or none did.</summary>
    public static double? Of(IReadOnlyList<double> values, IReadOnlyList<bool> met)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(met);
        Pairs.Check(values.Count, met.Count);
        var ranks = Ranks.Of(values);
        var (sum, yes) = (0.0, 0.0);
        for (var i = 0; i < ranks.Length; i++)
        {
            if (met[i])
            {
                sum += ranks[i];
                yes++;
            }
        }

        var no = ranks.Length - yes;
        return yes > 0 && no > 0 ? (sum - (yes * (yes + 1) / 2)) / (yes * no) : null;
    }

    /// <summary>The range that holds the true area in 90 of 100 such samples, with the standard error of Hanley and McNeil (1982).</summary>
    /// <param name="area">What was found, 0 to 1.</param>
    /// <param name="yes">Items that met the fate, 1 or more.</param>
    /// <param name="no">Items that did not, 1 or more.</param>
    public static (double Low, double High) Range(double area, int yes, int no)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(yes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(no, 1);
        var (q1, q2) = (area / (2 - area), 2 * area * area / (1 + area));
        var variance = ((area * (1 - area)) + ((yes - 1) * (q1 - (area * area))) + ((no - 1) * (q2 - (area * area)))) / ((double)yes * no);
        var half = 1.645 * Math.Sqrt(Math.Max(0, variance));
        return (Math.Max(0, area - half), Math.Min(1, area + half));
    }
}
