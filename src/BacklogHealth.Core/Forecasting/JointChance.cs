using BacklogHealth.Core.Forecasting.Scope;

namespace BacklogHealth.Core.Forecasting;

/// <summary>That a team finishes so much work within so many days.</summary>
/// <param name="Team">The team: its demands are met or missed by the same paces.</param>
/// <param name="Forecaster">How many items it finishes.</param>
/// <param name="Work">The work, with everything that comes before it and in between.</param>
/// <param name="Days">Days from the first day of its forecasts on; below 1 for a day that has passed.</param>
public sealed record Demand(string Team, Forecaster Forecaster, Work Work, int Days);

/// <summary>
/// The chance that several demands are met together. Those of one team hang together, since one slow month delays them all; teams move independently.
/// Ten thousand futures are played on one clock, the same ones each time: in each a team finishes its items along one path, and what makes one piece of
/// work large makes the team's others large, too.
/// </summary>
public static class JointChance
{
    internal const int Futures = 10_000;

    private const int Seed = 20260101;

    /// <summary>The chance, 0 to 1; 1 where nothing is demanded.</summary>
    public static double Of(IReadOnlyCollection<Demand> demands)
    {
        ArgumentNullException.ThrowIfNull(demands);
        var open = demands.Where(d => d.Work.Known != 0).ToList();
        if (open.Exists(d => d.Days < 1))
        {
            return 0;
        }

        var met = new bool[Futures];
        Array.Fill(met, true);
        var random = new Random(Seed);
        foreach (var team in open.GroupBy(d => d.Team, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Meet([.. team], met, random);
        }

        return met.Count(m => m) / (double)Futures;
    }

    private static void Meet(List<Demand> demands, bool[] met, Random random)
    {
        int[] days = [.. demands.Select(d => Math.Min(d.Days, Forecaster.LongestHorizon)).Distinct().Order()];
        var paths = demands[0].Forecaster.Paths(days, Futures, random);
        int[] futures = [.. Enumerable.Range(0, Futures)];
        random.Shuffle(futures);
        foreach (var demand in demands)
        {
            // The k-th size of the work belongs to the k-th future in an order made of chance, the same for all work of the team.
            var ending = (int)Math.Round(Futures * (1 - demand.Work.Endless));
            var sizes = demand.Work.Items.Quantiles([.. Enumerable.Range(0, ending).Select(i => (i + 0.5) / ending)]);
            var finished = paths[Array.IndexOf(days, Math.Min(demand.Days, Forecaster.LongestHorizon))];
            for (var k = 0; k < Futures; k++)
            {
                met[futures[k]] &= k < ending && finished[futures[k]] >= sizes[k];
            }
        }
    }
}
