namespace BacklogHealth.Core.Models.Skill;

/// <summary>How far two orders agree (Spearman): 1 where they are the same, 0 where one tells nothing of the other, −1 where they are opposite.</summary>
public static class RankCorrelation
{
    /// <summary>The correlation of pairs, equal values sharing their middle rank; null for fewer than three, and where all values of one side are equal.</summary>
    public static double? Of(IReadOnlyList<(double One, double Other)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < 3)
        {
            return null;
        }

        var (one, other) = (Ranks.Of([.. pairs.Select(p => p.One)]), Ranks.Of([.. pairs.Select(p => p.Other)]));
        var middle = (pairs.Count + 1) / 2.0;
        double together = 0, spread = 0, otherSpread = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            together += (one[i] - middle) * (other[i] - middle);
            spread += (one[i] - middle) * (one[i] - middle);
            otherSpread += (other[i] - middle) * (other[i] - middle);
        }

        return spread == 0 || otherSpread == 0 ? null : together / Math.Sqrt(spread * otherSpread);
    }

    /// <summary>Where the true correlation lies with 95 % certainty, by Fisher's transformation with the wider variance that ranks need (Bonett and Wright 2000).</summary>
    /// <param name="correlation">What was found, −1 to 1.</param>
    /// <param name="pairs">In so many pairs, 4 or more.</param>
    public static (double From, double To) Interval(double correlation, int pairs)
    {
        // Full agreement would have no width: the interval then reaches as far as that of two neighbours changing their places.
        var most = 1 - (12 / (pairs * ((double)pairs * pairs - 1)));
        var found = Math.Clamp(correlation, -most, most);
        var (middle, reach) = (Math.Atanh(found), 1.959964 * Math.Sqrt((1 + (found * found / 2)) / (pairs - 3)));
        return (correlation <= -most ? -1 : Math.Tanh(middle - reach), correlation >= most ? 1 : Math.Tanh(middle + reach));
    }
}
