namespace BacklogHealth.Core.Models.Skill;

/// <summary>Ranks of values.</summary>
public static class Ranks
{
    /// <summary>The rank of each value, 1 for the smallest; equal values share their mean rank.</summary>
    public static double[] Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && values[order[to]].Equals(values[order[from]]))
            {
                to++;
            }

            for (var i = from; i < to; i++)
            {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }

            from = to;
        }

        return ranks;
    }

    /// <summary>The share of the values that each one is larger than, between 0 and 1, those of its size counted half.</summary>
    public static double[] Shares(IReadOnlyList<double> values) => [.. Of(values).Select(r => (r - 0.5) / values.Count)];
}
