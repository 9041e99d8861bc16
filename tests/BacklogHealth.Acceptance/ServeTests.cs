using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.Acceptance.Sync;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;
using Microsoft.Data.Sqlite;

namespace BacklogHealth.Acceptance;

/// <summary>The program as a team leaves it running: a real process with a real tracker, which is ended, killed and started again.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private readonly List<Process> _started = [];
    private SyncedSample _sample = null!;

    private string Share => Path.Combine(_sample.Folder, "share");

    public async ValueTask InitializeAsync()
    {
        // Every answer takes a moment, so that there is something to interrupt.
        _sample = await SyncedSample.Start(
            SampleTrackerKind.JiraCloud, FaultScript.When("").Delay(TimeSpan.FromMilliseconds(3)), _ => SyncedSample.Small(SampleBacklogGenerator.Make(SampleRun.Sunday), 400), o => o with { Time = TimeProvider.System });
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(_sample.ConfigFile))!.AsObject();
        settings["Reports"] = new JsonObject { ["Folder"] = Path.Combine(_sample.Folder, "reports") };
        settings["Subscriptions"] = new JsonArray(new JsonObject
        {
            ["Name"] = "weekly",
            ["Channels"] = new JsonArray(new JsonObject { ["Kind"] = "folder", ["Path"] = Share }),
        });
        await File.WriteAllTextAsync(_sample.ConfigFile, settings.ToJsonString());
    }

    // A test that fails must not leave its program running.
    public async ValueTask DisposeAsync()
    {
        foreach (var program in _started.Where(p => !p.HasExited))
        {
            program.Kill();
            await program.WaitForExitAsync();
        }

        _started.ForEach(p => p.Dispose());
        await _sample.DisposeAsync();
    }

    [Fact]
    public async Task It_pulls_scores_reports_and_delivers_by_itself_and_ends_when_told()
    {
        var program = Serve();
        await Until(program, status => Jobs(status).All(j => j.State == "done") && Sent(status) == 1);

        var listening = (await program.StandardError.ReadLineAsync())!;
        using var web = new HttpClient { BaseAddress = new Uri(listening.Split(' ')[2].TrimEnd(';')) };
        Assert.Contains("Every job went well when it last ran", await web.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("\"ready\":true", await web.GetStringAsync("/health/ready"), StringComparison.Ordinal);
        Assert.Contains("backlog_health_pulls_total", await web.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Contains("product-owner.html", await web.GetStringAsync("/reports"), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Share));
        Assert.Equal(5, Directory.GetFiles(Path.Combine(_sample.Folder, "reports")).Length);

        await Process.Start("kill", ["-TERM", program.Id.ToString(CultureInfo.InvariantCulture)])!.WaitForExitAsync();
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_anything_it_goes_on_and_doubles_nothing()
    {
        var random = new Random(20261123);
        for (var kill = 0; kill < 4; kill++)
        {
            var killed = Serve();
            var seen = _sample.Server.Requests.Count;
            var (requests, delay) = (random.Next(1, 40), TimeSpan.FromMilliseconds(random.Next(0, 1500)));
            for (var waited = Stopwatch.StartNew(); _sample.Server.Requests.Count < seen + requests && waited.Elapsed < TimeSpan.FromSeconds(8);)
            {
                await Task.Delay(5);
            }

            await Task.Delay(delay);
            killed.Kill();
            await killed.WaitForExitAsync();
            // Its leases would run out in three minutes.
            Forget();
        }

        var program = Serve();
        await Until(program, status => Jobs(status).All(j => j.State == "done") && Sent(status) == 1);
        program.Kill();
        await program.WaitForExitAsync();

        Assert.Single(Directory.GetFiles(Share));
        Assert.Equal(0, await Command("sync"));
        Assert.Empty(Rows("SELECT job || ' ' || slot FROM job_run GROUP BY job, slot HAVING COUNT(*) > 1"));
        Assert.Empty(Rows("SELECT recipient FROM dispatch GROUP BY subscription, period, channel, recipient HAVING COUNT(*) > 1"));
    }

    private Process Serve()
    {
        var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "backlog-health.dll"), "serve", "--config", _sample.ConfigFile, "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _started.Add(program);
        return program;
    }

    private async Task Until(Process program, Func<JsonNode, bool> holds)
    {
        var status = "";
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(200))
        {
            Assert.False(program.HasExited, program.HasExited ? await program.StandardError.ReadToEndAsync() : "");
            if (File.Exists(_sample.DatabaseFile) && await Status() is { } now && holds(JsonNode.Parse(status = now)!))
            {
                return;
            }
        }

        Assert.Fail($"Two minutes were not enough: {status}");
    }

    private async Task<string?> Status()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return await Command("status", output, error, "--json") == 0 ? output.ToString() : null;
    }

    private async Task<int> Command(string name, params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return await Command(name, output, error, more);
    }

    private Task<int> Command(string name, StringWriter output, StringWriter error, params string[] more) =>
        new CommandLineApp(new AppHost(output, error, TextReader.Null, TimeProvider.System, new Dictionary<string, string>(StringComparer.Ordinal), IsTerminal: false, CanAsk: false)).Run([name, "--config", _sample.ConfigFile, .. more]);

    private static IEnumerable<(string Name, string? State)> Jobs(JsonNode status) => status["jobs"]!.AsArray().Select(j => ((string)j!["job"]!, (string?)j["last"]?["state"]));

    private static int Sent(JsonNode status) => status["subscriptions"]!.AsArray().SelectMany(s => s!["dispatches"]!.AsArray()).Count(d => (string?)d!["state"] == "accepted");

    private void Forget()
    {
        if (File.Exists(_sample.DatabaseFile) && Rows("SELECT name FROM sqlite_master WHERE name = 'job_run'").Count > 0)
        {
            Rows("UPDATE job_run SET lease_until = 0 WHERE state = 1 RETURNING job");
            Rows("UPDATE dispatch SET lease_until = 0 WHERE state = 1 RETURNING subscription");
        }
    }

    private List<string> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_sample.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
