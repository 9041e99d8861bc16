namespace BacklogHealth.Core.Models.Skill;

/// <summary>Spearman's rank correlation: do larger values go with larger ones? 1 for the same order, 0 for none, −1 for the opposite. Ties share their mean rank.</summary>
public static class RankCorrelation
{
    /// <summary>The correlation; null where there are fewer than three pairs, or all values of a side are the same.</summary>
    public static double? Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        Pairs.Check(x.Count, y.Count);
        if (x.Count < 3)
        {
            return null;
        }

        var (a, b) = (Ranks.Of(x), Ranks.Of(y));
        var middle = (x.Count + 1) / 2.0;
        var (both, left, right) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - middle) * (b[i] - middle);
            left += (a[i] - middle) * (a[i] - middle);
            right += (b[i] - middle) * (b[i] - middle);
        }

        return left > 0 && right > 0 ? both / Math.Sqrt(left * right) : null;
    }

    /// <summary>The range that holds the true correlation in 90 of 100 such samples, by Fisher's transform with the standard error 1.03 ÷ √(n − 3) of rank correlations.</summary>
    /// <param name="correlation">What was found, −1 to 1.</param>
    /// <param name="n">Number of pairs; below 4 the range is everything.</param>
    public static (double Low, double High) Range(double correlation, int n)
    {
        if (n < 4)
        {
            return (-1, 1);
        }

        var z = Math.Atanh(Math.Clamp(correlation, -0.999999, 0.999999));
        var half = 1.645 * 1.03 / Math.Sqrt(n - 3);
        return (Math.Tanh(z - half), Math.Tanh(z + half));
    }
}
