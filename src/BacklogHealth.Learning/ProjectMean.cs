namespace BacklogHealth.Learning;

/// <summary>A figure of several projects as one.</summary>
public static class ProjectMean
{
    /// <summary>A mean over projects with the range that holds the true one in 90 of 100 such choices of projects; null for fewer than two.</summary>
    public static (double Mean, double Low, double High)? Of(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        if (known.Count < 2)
        {
            return null;
        }

        var mean = known.Average();
        var error = Math.Sqrt(known.Sum(v => (v - mean) * (v - mean)) / (known.Count - 1) / known.Count);

        // Student's t for 90 % grows from 1.645 as projects become few; this is within 2 % of it from four projects on.
        var t = 1.645 * (1 + (1.0 / (known.Count - 1)) + (0.7 / ((known.Count - 1.0) * (known.Count - 1))));
        return (mean, mean - (t * error), mean + (t * error));
    }
}
