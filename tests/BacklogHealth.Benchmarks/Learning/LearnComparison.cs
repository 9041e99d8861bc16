using BacklogHealth.Benchmarks.Pulls;
using BacklogHealth.Benchmarks.Reports;

namespace BacklogHealth.Benchmarks.Learning;

/// <summary>What learning from a large team costs: a database is filled, then the program itself learns from it, in a process of its own.</summary>
internal static class LearnComparison
{
    private const double MostSeconds = 60;
    private const int MostMegabytes = 1024;

    /// <summary>Runs it; false where a bound does not hold.</summary>
    /// <param name="items">Items of the team; about nine in ten of them are begun, and the last 20,000 of those are read.</param>
    public static async Task<bool> Run(int items)
    {
        var folder = Directory.CreateTempSubdirectory("backlog-health-learn-").FullName;
        try
        {
            await ReportComparison.Fill(folder, items, "tracker");
            var cost = await Measured.Of(ReportComparison.Program, "learn", "--config", Path.Combine(folder, "appsettings.json"));
            Console.WriteLine(cost.Output);
            Console.WriteLine(FormattableString.Invariant($"{items} items: {cost}"));
            return Bound.Holds(FormattableString.Invariant($"seconds, at most {MostSeconds}"), cost.Elapsed, cost.Elapsed <= MostSeconds)
                & Bound.Holds(FormattableString.Invariant($"MB at the peak, at most {MostMegabytes}"), cost.PeakMegabytes, cost.PeakMegabytes <= MostMegabytes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
