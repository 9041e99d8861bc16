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
    private readonly BlockingCollection<string> _told = [];

    [Fact]
    public async Task What_was_missed_is_noted_at_the_start_and_what_comes_at_its_time()
    {
        var time = new ShiftedTime(A.Time("2026-11-23 06:59:58"));
        var job = Job("sync", "0 0/30 * * * ?");
        await using var clock = Of(time, job);

        await clock.Start(default);
        Assert.True(_strikes.TryTake(out _, TimeSpan.FromSeconds(30)));
        Assert.Equal(["2026-11-23T06:30 Waiting"], await Told("sync"));
        time.Go();
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
        time.Go();
        for (var i = 0; i < 3; i++)
        {
            Assert.True(_strikes.TryTake(out _, TimeSpan.FromSeconds(30)));
        }

        Assert.Equal(["2026-11-23T07:00 Waiting", "2026-11-23T06:30 Skipped: A newer run took its place."], await Told("sync"));
    }

    [Fact]
    public async Task A_strike_that_was_lost_is_made_up_for()
    {
        var job = Job("sync", "0 0/30 * * * ?");
        await using var clock = Of(Time, job);
        await clock.Start(default);
        // As a node does that dies in the midst of a strike, on tables that it shares with others: nothing would ever strike again.
        Time.Now = Time.Now.AddMinutes(30);

        await clock.LookAtAll(default);

        Assert.Equal(["2026-11-23T06:30 Waiting", "2026-11-23T06:00 Skipped: A newer run took its place."], await Told("sync"));
    }

    [Fact]
    public async Task A_slot_that_comes_while_the_start_looks_is_not_passed_over()
    {
        var jump = new Jump(A.Time("2026-11-23 06:59:59.9"), A.Time("2026-11-23 07:00:01"));
        await using var clock = new Clock(
            [Job("report", "0 0 7 ? * MON")], new Slots(Store.Runs, jump), ClockPlace.Beside(Work.Settings.Storage), Time, () => _strikes.Add(true), NullLogger<Clock>.Instance);

        await clock.Start(default);

        Assert.Equal(["2026-11-23T07:00 Waiting"], await Told("report"));
    }

    [Fact]
    public async Task A_clock_that_was_put_back_is_told_since_nothing_is_done_before_it_has_caught_up()
    {
        var job = Job("sync", "0 0/30 * * * ?");
        Time.Now = Time.Now.AddYears(1);
        await new Slots(Store.Runs, Time).Note(job, default);
        Time.Now = Time.Now.AddYears(-1);
        await using var clock = new Clock([job], new Slots(Store.Runs, Time), ClockPlace.Beside(Work.Settings.Storage), Time, () => { }, new Lines<Clock>(_told.Add));

        await clock.Start(default);

        Assert.Equal(
            ["sync: its latest run is of 2027-11-23 06:00 UTC, and the clock of this machine says 2026-11-23 06:00 UTC. Expected a clock that only goes forward. Nothing of it is done before that time: set the clock right, if it is behind; if it was ahead then, restore a backup from before."],
            _told);
        Assert.Single(await Told("sync"));
    }

    [Fact]
    public async Task A_strike_that_fails_for_any_reason_is_told_and_tried_again()
    {
        var held = new ShiftedTime(A.Time("2026-11-23 06:59:58"));
        var time = new ShortWaits(held);
        var calls = 0;
        // The start tells first that there may be something to do; then the strike does.
        await using var clock = new Clock(
            [Job("sync", "0 0/30 * * * ?")], new Slots(Store.Runs, time), ClockPlace.Beside(Work.Settings.Storage), time,
            () =>
            {
                if (++calls == 2)
                {
                    throw new InvalidOperationException("As a customer I want …");
                }
            },
            new Lines<Clock>(_told.Add));
        await clock.Start(default);
        held.Go();

        Assert.True(_told.TryTake(out var told, TimeSpan.FromSeconds(30)));
        Assert.StartsWith("Nothing can be done now, and is tried again: This is a fault of the program (InvalidOperationException at BacklogHealth.", told, StringComparison.Ordinal);
        Assert.Equal(["2026-11-23T07:00 Waiting", "2026-11-23T06:30 Skipped: A newer run took its place."], await Told("sync"));
    }

    private Clock Of(TimeProvider time, params Job[] jobs) => new(jobs, new Slots(Store.Runs, time), ClockPlace.Beside(Work.Settings.Storage), time, () => _strikes.Add(true), NullLogger<Clock>.Instance);

    /// <summary>A clock that is asked at one instant, and ever after at another.</summary>
    private sealed class Jump(DateTimeOffset first, DateTimeOffset then) : TimeProvider
    {
        private int _asked;

        public override DateTimeOffset GetUtcNow() => Interlocked.Increment(ref _asked) == 1 ? first : then;
    }

    /// <summary>A clock on which nobody waits for long.</summary>
    private sealed class ShortWaits(TimeProvider time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : dueTime, period);
    }
}
