namespace BacklogHealth.Core;

/// <summary>Counts in ascending numbers by halving, where there are too many to look at each.</summary>
internal static class Ascending
{
    /// <summary>How many are smaller than a value.</summary>
    public static int CountBelow<T>(ReadOnlySpan<T> ascending, T value) where T : IComparable<T> => Count(ascending, other => other.CompareTo(value) < 0);

    /// <summary>How many are smaller than a value, or the same.</summary>
    public static int CountUpTo<T>(ReadOnlySpan<T> ascending, T value) where T : IComparable<T> => Count(ascending, other => other.CompareTo(value) <= 0);

    private static int Count<T>(ReadOnlySpan<T> ascending, Func<T, bool> counts)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = counts(ascending[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
