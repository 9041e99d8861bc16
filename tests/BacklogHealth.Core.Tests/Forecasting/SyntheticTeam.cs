namespace BacklogHealth.Core.Tests.Forecasting;

/// <summary>
/// A team made of chance: on each working day a number of items whose mean is a fifth of the week's; independent events where the noise (variance over
/// mean) is 1, batches where it is larger. The same seed gives the same team on every machine.
/// </summary>
internal static class SyntheticTeam
{
    /// <summary>Items of each day from a Wednesday on.</summary>
    public static int[] Days(int seed, int days, Func<int, double> perWeek, double noise)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, days).Select(day => day % 7 is 3 or 4 ? 0 : Count(random, perWeek(day) / 5, noise))];
    }

    /// <summary>A count with this mean and noise.</summary>
    public static int Count(Random random, double mean, double noise) => Poisson(random, noise > 1 ? Gamma(random, mean / (noise - 1)) * (noise - 1) : mean);

    private static int Poisson(Random random, double mean)
    {
        var (count, chance, left) = (0, Math.Exp(-mean), random.NextDouble());
        for (; left > chance && count < 10_000; count++)
        {
            left -= chance;
            chance *= mean / (count + 1);
        }

        return count;
    }

    // Marsaglia and Tsang's method.
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(random.NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (normal / Math.Sqrt(9 * d)), 3);
            if (v > 0 && Math.Log(random.NextDouble()) < (normal * normal / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
