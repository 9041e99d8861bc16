namespace BacklogHealth.Core.Flow;

/// <summary>Percentiles by nearest rank: always a value that occurred, never one in between.</summary>
public static class Percentile
{
    /// <summary>The smallest value that at least <paramref name="share"/> of all values do not exceed.</summary>
    /// <param name="ascending">The values in ascending order, at least one.</param>
    /// <param name="share">More than 0, at most 1.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> lies outside its range.</exception>
    public static T NearestRank<T>(IReadOnlyList<T> ascending, double share)
    {
        ArgumentNullException.ThrowIfNull(ascending);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (ascending.Count == 0)
        {
            throw new ArgumentException("a percentile needs at least one value; found none", nameof(ascending));
        }

        // 0.85 × 20 is 17 to a person and a hair more to a machine: the tolerance takes the person's side.
        return ascending[Math.Max(0, (int)Math.Ceiling((share * ascending.Count) - 1e-9) - 1)];
    }
}
