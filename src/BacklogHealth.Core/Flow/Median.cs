namespace BacklogHealth.Core.Flow;

/// <summary>The middle of some values: half of them are no larger, half no smaller.</summary>
public static class Median
{
    /// <summary>The median, of an even number of values the mean of the two in the middle; null where there is none.</summary>
    public static double? Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var ascending = values.Order().ToList();
        return ascending.Count == 0 ? null : (ascending[(ascending.Count - 1) / 2] + ascending[ascending.Count / 2]) / 2;
    }
}
