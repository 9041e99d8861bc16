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

    /// <summary>The day on which the last feature of all teams is done; each finished item goes to one of the running features by chance.</summary>
    public static int Features(int[] days, int[] sizes, int teams, int atOnce, double probability)
    {
        var random = new Random(1);
        var ends = new int[sizes.Length][];
        for (var feature = 0; feature < sizes.Length; feature++)
        {
            ends[feature] = new int[Trials];
        }

        var left = new int[sizes.Length];
        var running = new List<int>();
        for (var trial = 0; trial < Trials; trial++)
        {
            for (var team = 0; team < teams; team++)
            {
                Array.Copy(sizes, left, sizes.Length);
                running.Clear();
                var (next, day) = (0, 0);
                while (next < sizes.Length || running.Count > 0)
                {
                    var finished = days[random.Next(days.Length)];
                    day++;
                    for (; finished > 0; finished--)
                    {
                        while (running.Count < atOnce && next < sizes.Length)
                        {
                            running.Add(next++);
                        }

                        if (running.Count == 0)
                        {
                            break;
                        }

                        var at = random.Next(running.Count);
                        if (--left[running[at]] == 0)
                        {
                            ends[running[at]][trial] = Math.Max(ends[running[at]][trial], day);
                            running.RemoveAt(at);
                        }
                    }
                }
            }
        }

        Array.Sort(ends[^1]);
        return ends[^1][(int)(probability * Trials) - 1];
    }
}
