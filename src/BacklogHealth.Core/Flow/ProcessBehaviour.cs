using System.Collections.Immutable;

namespace BacklogHealth.Core.Flow;

/// <summary>
/// What a process does when nothing special happens: its average and the natural limits about it, from the mean distance of neighbours (Shewhart's chart
/// of individual values and moving ranges, XmR). What lies within is noise and has no cause of its own; a signal has.
/// </summary>
/// <param name="Average">Mean of all values.</param>
/// <param name="Lower">Lower natural limit, 0 or more, since counts and days cannot be less.</param>
/// <param name="Upper">Upper natural limit.</param>
/// <param name="Outside">Indices of the values outside the limits, ascending.</param>
/// <param name="Run">Index of the first value of the newest run of at least <see cref="LongRun"/> values on one side of the average; null where there is none.</param>
public sealed record ProcessBehaviour(double Average, double Lower, double Upper, ImmutableArray<int> Outside, int? Run)
{
    /// <summary>Values from which on limits are drawn.</summary>
    public const int Fewest = 10;

    /// <summary>Values in a row on one side of the average that chance hardly makes.</summary>
    public const int LongRun = 8;

    // Three standard deviations in units of the mean distance of neighbours: 3 / 1.128.
    private const double ToLimits = 2.66;

    /// <summary>The limits of values in order of time; null where there are fewer than <see cref="Fewest"/>.</summary>
    /// <param name="values">Values, 0 or more.</param>
    public static ProcessBehaviour? Of(IReadOnlyList<int> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < Fewest)
        {
            return null;
        }

        var average = values.Average();
        var reach = ToLimits * values.Zip(values.Skip(1), (a, b) => Math.Abs((double)a - b)).Average();
        var (lower, upper) = (Math.Max(0, average - reach), average + reach);
        return new ProcessBehaviour(average, lower, upper, [.. Enumerable.Range(0, values.Count).Where(i => values[i] < lower || values[i] > upper)], NewestRun(values, average));
    }

    private static int? NewestRun(IReadOnlyList<int> values, double average)
    {
        int? newest = null;
        var (start, side) = (0, 0);
        for (var i = 0; i < values.Count; i++)
        {
            var now = Math.Sign(values[i] - average);
            if (now != side || now == 0)
            {
                (start, side) = (i, now);
            }

            if (side != 0 && i - start + 1 >= LongRun)
            {
                newest = start;
            }
        }

        return newest;
    }
}
