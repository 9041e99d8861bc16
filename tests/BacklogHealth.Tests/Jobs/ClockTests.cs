using System.Collections.Concurrent;
using BacklogHealth.Jobs;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BacklogHealth.Tests.Jobs;

/// <summary>The real Quartz with its real file, on a clock that goes as fast as any and stands where the test wants it.</summary>
public sealed class ClockTests : JobTest
{
    private readonly BlockingCollection<bool> _strikes = [];

    [Fact]
    public async Task What_was_missed_is_noted_at_the_start_and_what_comes_at_its_time()
    {
        var time = new ShiftedTime(A.Time("2026-11-23 06:59:58"));
        var job = Job("sync", "0 0/30 * * * ?");
        await using var clock = Of(time, job);

        await clock.Start(default);
        Assert.True(_strikes.TryTake(out _, TimeSpan.FromSeconds(30)));
        Assert.Equal(["2026-11-23T06:30 Waiting"], await Told("sync"));
        Assert.True(_strikes.TryTake(out _, TimeSpan.FromSeconds(30)));

        Assert.Equal(["2026-11-23T07:00 Waiting", "2026-11-23T06:30 Skipped: A newer run took its place."], await Told("sync"));
    }

    [Fact]
    public async Task A_restart_on_the_same_file_strikes_a_slot_no_second_time()
    {
        var job = Job("sync", "0 0/30 * * * ?");
        for (var i = 0; i < 3; i++)
        {
            await using var clock = Of(new ShiftedTime(A.Time("2026-11-23 07:10:00")), job);
            await clock.Start(default);
        }

        Assert.Equal(["2026-11-23T07:00 Waiting"], await Told("sync"));
        Assert.True(System.IO.File.Exists(Folder.File("test-clock.db")));
    }

    [Fact]
    public async Task Two_clocks_strike_a_slot_once()
    {
        var time = new ShiftedTime(A.Time("2026-11-23 06:59:58"));
        var job = Job("sync", "0 0/30 * * * ?");
        await using var first = Of(time, job);
        await using var second = new Clock([job], new Slots(Store.Runs, time), ClockPlace.Beside(new StorageSettings(StorageEngine.Sqlite, $"Data Source={Folder.File("other.db")}")), time, () => _strikes.Add(true), NullLogger<Clock>.Instance);

        await Task.WhenAll(first.Start(default), second.Start(default));
        for (var i = 0; i < 3; i++)
        {
            Assert.True(_strikes.TryTake(out _, TimeSpan.FromSeconds(30)));
        }

        Assert.Equal(["2026-11-23T07:00 Waiting", "2026-11-23T06:30 Skipped: A newer run took its place."], await Told("sync"));
    }

    private Clock Of(TimeProvider time, params Job[] jobs) => new(jobs, new Slots(Store.Runs, time), ClockPlace.Beside(Work.Settings.Storage), time, () => _strikes.Add(true), NullLogger<Clock>.Instance);
}
