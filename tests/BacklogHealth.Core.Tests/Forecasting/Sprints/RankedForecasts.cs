namespace BacklogHealth.Core.Tests.Forecasting.Sprints;

/// <summary>How well numbers tell sprints that were done from those that were not.</summary>
internal static class RankedForecasts
{
    /// <summary>The chance that a sprint which was done has a higher number than one which was not; ties count half. NaN where one kind is missing.</summary>
    public static double Auc(IReadOnlyCollection<(double Said, bool Done)> forecasts)
    {
        var not = forecasts.Where(f => !f.Done).Select(f => f.Said).Order().ToArray();
        var done = forecasts.Where(f => f.Done).Select(f => f.Said).ToArray();
        return done.Sum(d => (Below(not, d, orEqual: false) + Below(not, d, orEqual: true)) / 2.0) / ((double)done.Length * not.Length);
    }

    /// <summary>The middle 95 % of the measure over boards drawn again and again with replacement: sprints of one board are alike, so single ones must not be drawn.</summary>
    public static (double Low, double High) Interval<T>(IReadOnlyList<IReadOnlyList<T>> boards, Func<IReadOnlyCollection<T>, double> measure, int draws = 1000)
    {
        var random = new Random(2017);
        var found = Enumerable.Range(0, draws)
            .Select(_ => measure([.. Enumerable.Range(0, boards.Count).SelectMany(_ => boards[random.Next(boards.Count)])]))
            .Order().ToArray();
        return (found[(int)(0.025 * draws)], found[(int)(0.975 * draws)]);
    }

    private static int Below(double[] ascending, double value, bool orEqual)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] < value || (orEqual && ascending[middle] == value) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
