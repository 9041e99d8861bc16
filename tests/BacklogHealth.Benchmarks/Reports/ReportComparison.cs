using System.Globalization;
using System.Text.Json;
using BacklogHealth.Benchmarks.Pulls;
using BacklogHealth.Storage;

namespace BacklogHealth.Benchmarks.Reports;

/// <summary>
/// What reports of large teams cost: databases are filled, then the program itself makes HTML and JSON of all reports of each, in a process of its own,
/// and once more step by step to tell what the time goes into.
/// </summary>
internal static class ReportComparison
{
    private static readonly (int Items, double Seconds, int Megabytes)[] Asked = [(5_000, 3, 400), (100_000, 20, 600)];

    /// <summary>Runs it; false where a bound does not hold.</summary>
    /// <param name="sizes">Items of each team, smallest first.</param>
    public static async Task<bool> Run(IReadOnlyList<int> sizes)
    {
        var holds = true;
        var before = ((int Items, Measured Cost)?)null;
        foreach (var items in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("backlog-health-report-").FullName;
            try
            {
                await Fill(folder, items);
                string[] report = ["report", "all", "--format", "html,json", "--out", Path.Combine(folder, "out"), "--config", Path.Combine(folder, "appsettings.json")];
                var cost = Measured.Better(await Measured.Of(Program, report), await Measured.Of(Program, report));
                Console.WriteLine(FormattableString.Invariant($"\n{items} items, {items * (long)LargeBacklog.Changes} changes: {cost}"));
                Console.Write((await Measured.Of(Environment.ProcessPath!, "report-parts", folder)).Output);
                foreach (var (_, seconds, megabytes) in Asked.Where(a => a.Items == items))
                {
                    holds &= Bound.Holds(FormattableString.Invariant($"seconds of processor time on two cores, at most {2 * seconds}"), cost.Processor, cost.Processor <= 2 * seconds);
                    holds &= Bound.Holds(FormattableString.Invariant($"seconds, at most {seconds}"), cost.Elapsed, cost.Elapsed <= seconds);
                    holds &= Bound.Holds(FormattableString.Invariant($"MB at the peak, at most {megabytes}"), cost.PeakMegabytes, cost.PeakMegabytes <= megabytes);
                }

                if (before is { } smaller)
                {
                    var growth = cost.Processor / smaller.Cost.Processor;
                    holds &= Bound.Holds("processor time grows at most in proportion to the items", growth / items * smaller.Items, growth <= 1.1 * items / smaller.Items);
                }

                before = (items, cost);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return holds;
    }

    /// <summary>The program that is measured: the build beside this one.</summary>
    public static string Program => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../BacklogHealth/release/backlog-health" + (OperatingSystem.IsWindows() ? ".exe" : "")));

    /// <summary>A database with the team, and settings that name its deliveries.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="items">Items of the team.</param>
    /// <param name="connection">Where they come from; empty for a file.</param>
    public static async Task Fill(string folder, int items, string connection = "")
    {
        var now = TimeProvider.System.GetUtcNow();
        var backlog = new LargeBacklog(items, now);
        var database = $"Data Source={Path.Combine(folder, "big.db")}";
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), JsonSerializer.Serialize(new
        {
            Storage = new { ConnectionString = database },
            Teams = new[] { new { Name = "Big", TimeZone = "Europe/Berlin" } },
            Deliveries = Enumerable.Range(0, 3).Select(i => new { Name = FormattableString.Invariant($"Release {i + 1}"), Due = now.AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Items = backlog.DeliveryKeys(i).ToArray() }).ToArray(),
        }));
        await using var store = await BacklogStore.Open(database, TimeProvider.System);
        await store.SaveTeam(new StoredTeam("Big", connection, "big.csv", "Europe/Berlin", "https://tracker.example/browse/{key}"));
        await store.Import("Big", backlog.Profile, backlog.Items, replace: false);
    }
}
