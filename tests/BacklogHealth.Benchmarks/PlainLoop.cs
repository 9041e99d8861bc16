namespace BacklogHealth.Benchmarks;

/// <summary>The usual simulation as a plain loop of ten thousand trials: what the exact answers are measured against.</summary>
internal static class PlainLoop
{
    public const int Trials = 10_000;

    public static int HowMany(int[] days, int horizon, double probability)
    {
        var random = new Random(1);
        var sums = new int[Trials];
        for (var trial = 0; trial < Trials; trial++)
        {
            var sum = 0;
            for (var day = 0; day < horizon; day++)
            {
                sum += days[random.Next(days.Length)];
            }

            sums[trial] = sum;
        }

        Array.Sort(sums);
        return sums[(int)((1 - probability) * Trials)];
    }

    public static int When(int[] days, int items, double probability)
    {
        var random = new Random(1);
        var ends = new int[Trials];
        for (var trial = 0; trial < Trials; trial++)
        {
            var (left, day) = (items, 0);
            while (left > 0)
            {
                left -= days[random.Next(days.Length)];
                day++;
            }

            ends[trial] = day;
        }

        Array.Sort(ends);
        return ends[(int)(probability * Trials) - 1];
    }
}
