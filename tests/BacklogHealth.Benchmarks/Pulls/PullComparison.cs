using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace BacklogHealth.Benchmarks.Pulls;

/// <summary>
/// Pulls a large scope with the product and with bare code, each in a process of its own, from one server in one run, and prints what both cost and
/// the ratio; then pulls again with nothing changed and with a hundred items changed.
/// </summary>
internal static class PullComparison
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Runs it; false where a bound does not hold.</summary>
    /// <param name="items">How many items.</param>
    /// <param name="withBare">False to leave the bare code out: for sizes where only the product's own bounds count.</param>
    /// <param name="mostMegabytes">Bound of the product's memory.</param>
    public static async Task<bool> Run(int items, bool withBare, int mostMegabytes)
    {
        var folder = Directory.CreateTempSubdirectory("backlog-health-pull-").FullName;
        using var server = Start(Environment.ProcessPath!, "serve", Number(items));
        try
        {
            var address = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the server did not start");
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            var settings = await Settings(folder, address);
            string[] sync = [ProductFile, "sync", "--json", "--config", settings];

            // In turns, and of both the quicker counts: what else the machine does meanwhile then weighs less, and on both alike.
            Measured? bare = null;
            Measured? full = null;
            for (var turn = 0; turn < (withBare ? 2 : 1); turn++)
            {
                Array.ForEach(Directory.GetFiles(folder, "*.db*"), File.Delete);
                if (withBare)
                {
                    bare = Measured.Better(bare, await Measured.Of(Environment.ProcessPath!, "bare", address, Number(items), Path.Combine(folder, "bare.db")));
                }

                await Changed(client, 0);
                full = Measured.Better(full, await Measured.Of("dotnet", sync));
            }

            var fullCounts = await Counts(client);
            await Changed(client, 0);
            var idle = await Measured.Of("dotnet", sync);
            var idleCounts = await Counts(client);
            await Changed(client, 100);
            var few = await Measured.Of("dotnet", sync);
            var fewCounts = await Counts(client);

            Console.WriteLine(FormattableString.Invariant($"items {items}, changes {items * (long)PageTemplates.Changes}"));
            if (bare is not null)
            {
                Console.WriteLine($"bare code                 {bare}");
            }

            Console.WriteLine($"full pull                 {full}, {fullCounts}");
            Console.WriteLine($"nothing changed           {idle}, {idleCounts}");
            Console.WriteLine($"100 items changed         {few}, {fewCounts}");
            var holds = Bound("every pull was proven complete", full!.Output.Contains("\"complete\":true", StringComparison.Ordinal) && few.Output.Contains("\"complete\":true", StringComparison.Ordinal), "");
            holds &= bare is null || Bound("full pull to bare code, elapsed, at most 1.5", full.Elapsed <= 1.5 * bare.Elapsed, Ratio(full.Elapsed / bare.Elapsed));
            if (bare is not null)
            {
                Console.WriteLine($"       full pull to bare code, processor time: {Ratio(full.Processor / bare.Processor)}");
            }

            holds &= Bound(FormattableString.Invariant($"peak memory under {mostMegabytes} MB"), full.PeakMegabytes < mostMegabytes, Ratio(full.PeakMegabytes));
            holds &= Bound("requests in flight at most 4", fullCounts.MostInFlight <= 4, Number(fullCounts.MostInFlight));
            holds &= Bound("nothing changed: no item is fetched", idleCounts.Fetches == 0, Number(idleCounts.Fetches));
            holds &= Bound("nothing changed: at most one listing for 1,000 items", idleCounts.Listings <= Math.Max(2, items / 1000), Number(idleCounts.Listings));
            holds &= Bound("nothing changed: at most 5 % of the bytes", idleCounts.Bytes <= 0.05 * fullCounts.Bytes, Ratio((double)idleCounts.Bytes / fullCounts.Bytes));
            holds &= Bound("100 changed: only these are fetched", few.Output.Contains("\"fetched\":100,", StringComparison.Ordinal), few.Output.Trim());
            return holds;
        }
        finally
        {
            server.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string ProductFile => Path.Combine(AppContext.BaseDirectory, "backlog-health.dll");

    private static async Task<string> Settings(string folder, string address)
    {
        var file = Path.Combine(folder, "appsettings.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            Storage = new { ConnectionString = $"Data Source={Path.Combine(folder, "product.db")}" },
            Connections = new[] { new { Name = "big", Kind = "JiraCloud", BaseUrl = address, User = "po@big.example", Token = "benchmark" } },
            Teams = new[] { new { Name = "Big", Connection = "big", Project = "BIG", TimeZone = "UTC" } },
        }));
        return file;
    }

    private static async Task Changed(HttpClient client, int items)
    {
        using var content = new StringContent(Number(items));
        using var answer = await client.PostAsync(new Uri("/measure/change", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<ServerCounts> Counts(HttpClient client) => (await client.GetFromJsonAsync<ServerCounts>("/measure/read"))!;

    private static Process Start(string file, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, UseShellExecute = false }) ?? throw new InvalidOperationException($"{file} did not start");

    private static bool Bound(string what, bool holds, string found)
    {
        Console.WriteLine($"{(holds ? "holds " : "BROKEN")} {what}{(found.Length > 0 ? $": {found}" : "")}");
        return holds;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ratio(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);
}
