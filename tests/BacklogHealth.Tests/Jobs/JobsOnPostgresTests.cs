using System.Collections.Concurrent;
using BacklogHealth.Jobs;
using BacklogHealth.Scheduling;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BacklogHealth.Tests.Jobs;

/// <summary>Two nodes on one real PostgreSQL server, whose clocks share tables and whose line to it can be cut.</summary>
public sealed class JobsOnPostgresTests : IAsyncLifetime
{
    private readonly BlockingCollection<string> _done = [];
    private readonly BlockingCollection<bool> _strikes = [];
    private PostgresServer? _server;
    private Relay? _line;
    private TaskCompletionSource _cut = new();

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.NotHereBecause is { } reason)
        {
            Assert.Skip(reason);
        }

        _server = await PostgresServer.Start();
        var address = new Uri($"tcp://127.0.0.1:{_server.Port}");
        _line = new Relay("tcp", near => _cut.Task.IsCompleted ? Task.CompletedTask : Task.WhenAny(_line!.Pass(near, address), _cut.Task));
    }

    public async ValueTask DisposeAsync()
    {
        _cut.TrySetResult();
        if (_line is not null)
        {
            await _line.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_nodes_strike_and_do_a_slot_once()
    {
        var connection = await _server!.CreateDatabase();
        var time = new ShiftedTime(A.Time("2026-11-23 06:59:57"));
        await using var one = await BacklogStore.Open(StorageEngine.Postgres, connection, time);
        await using var two = await BacklogStore.Open(StorageEngine.Postgres, connection, time);
        await using var first = Clock(one, connection, time);
        await using var second = Clock(two, connection, time);
        await Task.WhenAll(first.Start(default), second.Start(default));
        time.Go();
        // Both tell when they have begun, and one of them when it strikes seven.
        for (var i = 0; i < 3; i++)
        {
            Assert.True(_strikes.TryTake(out _, TimeSpan.FromSeconds(60)));
        }

        using var here = Worker(one, time, connection);
        using var there = Worker(two, time, connection);
        await Task.WhenAll(here.Once(default), there.Once(default));

        Assert.Equal(["2026-11-23T07:00"], _done);
        Assert.Equal([(RunState.Done, "2026-11-23T07:00"), (RunState.Skipped, "2026-11-23T06:30")], (await one.Runs.Newest("sync", 9)).Select(r => (r.State, r.Key.Slot)));
    }

    [Fact]
    public async Task A_database_that_is_away_for_a_while_is_waited_for_and_nothing_is_done_twice()
    {
        var direct = await _server!.CreateDatabase();
        var byLine = new NpgsqlConnectionStringBuilder(direct) { Host = _line!.Url.Host, Port = _line.Url.Port }.ConnectionString;
        var time = new FixedTime("2026-11-23 06:00");
        await using var store = await BacklogStore.Open(StorageEngine.Postgres, byLine, time);
        using var worker = Worker(store, time, byLine);
        using var stop = new CancellationTokenSource();
        var slots = new Slots(store.Runs, time);
        await slots.Note(Job, default);
        var running = worker.Run(stop.Token);
        Assert.True(_done.TryTake(out _, TimeSpan.FromSeconds(60)));

        _cut.SetResult();
        time.Now = time.Now.AddMinutes(30);
        var refused = await Assert.ThrowsAsync<StoreException>(() => slots.Note(Job, default));
        worker.Wake();
        await Task.Delay(300);
        Assert.False(running.IsCompleted);

        _cut = new TaskCompletionSource();
        await slots.Note(Job, default);
        worker.Wake();
        Assert.True(_done.TryTake(out var slot, TimeSpan.FromSeconds(60)));
        await stop.CancelAsync();
        await running;

        Assert.Equal(StoreFault.Unreachable, refused.Fault);
        Assert.Equal("2026-11-23T06:30", slot);
        Assert.Empty(_done);
    }

    private Job Job => new("sync", Lane.Data, Schedule.Read("0 0/30 * * * ?", Schedule.ForWork, out _)!, TimeZoneInfo.Utc, Misfire.Once, async (work, cancellation) =>
    {
        _done.Add((await work.Store.Runs.Newest("sync", 1, cancellation))[0].Key.Slot, cancellation);
        return new JobEnd(ExitCode.Done, "");
    });

    private Clock Clock(BacklogStore store, string connection, TimeProvider time) => new(
        [Job], new Slots(store.Runs, time), ClockPlace.Beside(new StorageSettings(StorageEngine.Postgres, connection)), time, () => _strikes.Add(true), NullLogger<Clock>.Instance);

    private Worker Worker(BacklogStore store, TimeProvider time, string connection)
    {
        var host = new AppHost(TextWriter.Null, TextWriter.Null, TextReader.Null, time, new Dictionary<string, string>(StringComparer.Ordinal), IsTerminal: false, CanAsk: false);
        var settings = new AppSettings(new StorageSettings(StorageEngine.Postgres, connection), [], [], [], "");
        return new Worker([Job], new JobWork(store, settings, host, new Screen(TextWriter.Null, TextWriter.Null, interactive: false, quiet: true)), NullLogger<Worker>.Instance);
    }
}
