using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.Acceptance.Sync;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.Testing;
using Npgsql;

namespace BacklogHealth.Acceptance;

/// <summary>
/// Two nodes as real processes on one PostgreSQL server. One is stopped in the midst of a pull, as a machine that sleeps or swaps; its lease runs out, the other one takes
/// over; then it goes on where it was and knows of nothing.
/// </summary>
public sealed class StoppedServeTests : IAsyncLifetime
{
    private const string Fetch = "/rest/api/3/issue/bulkfetch";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly List<Process> _started = [];
    private PostgresServer? _server;
    private SyncedSample _sample = null!;
    private string _database = "";

    private string Share => Path.Combine(_sample.Folder, "share");

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.NotHereBecause is { } reason)
        {
            Assert.Skip(reason);
        }

        _server = await PostgresServer.Start();
        _database = await _server.CreateDatabase();
        _sample = await SyncedSample.Start(SampleTrackerKind.JiraCloud, serve: o => o with { Time = TimeProvider.System });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _started.Where(p => !p.HasExited))
        {
            program.Kill();
            await program.WaitForExitAsync();
        }

        _started.ForEach(p => p.Dispose());
        if (_server is not null)
        {
            await _sample.DisposeAsync();
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_a_node_writes_that_slept_past_its_lease_is_refused_and_nothing_is_doubled()
    {
        await Configure(_sample.ConfigFile, delivers: true);
        Assert.Equal(0, (await _sample.Run("sync")).Code);

        // One item moved, and the first who fetches it waits for its answer.
        _sample.Change(b => b.Retitle(b.Loose()[0].Id, "Moved meanwhile", SampleMoments.At()));
        await _sample.Serve(FaultScript.When(Fetch).Nth(1).Delay(TimeSpan.FromSeconds(6)), o => o with { Time = TimeProvider.System });
        var (ours, theirs) = (Path.Combine(_sample.Folder, "one.json"), Path.Combine(_sample.Folder, "two.json"));
        await Configure(ours, delivers: false);
        await Configure(theirs, delivers: true);
        var one = Serve(ours, out var told);
        await Until(async () => (await Rows("SELECT id FROM listed WHERE asked > 0 AND outcome = 0")).Count == 1);
        await Signal(one, "STOP");
        await Run("UPDATE job_run SET lease_until = 0 WHERE state = 1");

        Serve(theirs, out _);
        await Until(async () => await Rows("SELECT job FROM job_run WHERE state = 2 AND job IN ('sync', 'deliver') GROUP BY job") is { Count: 2 });
        var before = await Stored();
        await Signal(one, "CONT");
        await Until(() => Task.FromResult(told().Contains("\"event\":\"JobLeaseLost\"", StringComparison.Ordinal)));

        Assert.Equal(before, await Stored());
        Assert.Equal(["Moved meanwhile"], await Rows("SELECT title FROM item WHERE title = 'Moved meanwhile'"));
        Assert.Single(Directory.GetFiles(Share));
        Assert.Equal(["2"], await Rows("SELECT CAST(state AS text) FROM dispatch"));
        Assert.Empty(await Rows("SELECT job || ' ' || slot FROM job_run GROUP BY job, slot HAVING COUNT(*) > 1"));
        Assert.False(one.HasExited);
    }

    // When what was written, by which pull and run, too: the same once more would show.
    private async Task<List<string>> Stored() =>
    [
        .. await Rows("SELECT CAST(item AS text) FROM item ORDER BY item_no"),
        .. await Rows("SELECT CAST(pull AS text) FROM pull ORDER BY pull_no"),
        .. await Rows("SELECT CAST(job_run AS text) FROM job_run WHERE job = 'sync' ORDER BY job_run_no LIMIT 1"),
    ];

    private async Task Configure(string file, bool delivers)
    {
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(_sample.ConfigFile))!.AsObject();
        settings["Storage"] = new JsonObject { ["Provider"] = "Postgres", ["ConnectionString"] = _database };
        settings["Reports"] = new JsonObject { ["Folder"] = Path.Combine(_sample.Folder, "reports") };
        settings["Subscriptions"] = new JsonArray(new JsonObject { ["Name"] = "weekly", ["Channels"] = new JsonArray(new JsonObject { ["Kind"] = "folder", ["Path"] = Share }) });
        // Once a day, so that no new pull is due in the midst of it.
        var jobs = new JsonObject { ["Sync"] = new JsonObject { ["Schedule"] = "0 0 5 * * ?" } };
        foreach (var job in (string[])["Learn", "Score", "Promises", "Report", .. delivers ? Array.Empty<string>() : ["Deliver"]])
        {
            jobs[job] = new JsonObject { ["Schedule"] = "off" };
        }

        settings["Jobs"] = jobs;
        await File.WriteAllTextAsync(file, settings.ToJsonString());
    }

    private Process Serve(string config, out Func<string> told)
    {
        var program = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "backlog-health.dll"), "serve", "--config", config, "--urls", "http://127.0.0.1:0"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            },
        };
        var lines = new ConcurrentQueue<string?>();
        program.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data);
        program.Start();
        program.BeginErrorReadLine();
        _started.Add(program);
        told = () => string.Join('\n', lines);
        return program;
    }

    private static Task Signal(Process program, string signal) =>
        Process.Start("kill", [$"-{signal}", program.Id.ToString(CultureInfo.InvariantCulture)])!.WaitForExitAsync();

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var waited = Stopwatch.StartNew(); !await holds(); await Task.Delay(50))
        {
            Assert.True(waited.Elapsed < Patience, $"{Patience} were not enough.");
        }
    }

    private async Task Run(string sql) => await Rows($"{sql} RETURNING ''");

    private async Task<List<string>> Rows(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
