using System.Runtime.CompilerServices;
using BacklogHealth.Jobs;
using BacklogHealth.Json;
using BacklogHealth.Serving;
using BacklogHealth.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BacklogHealth.Tests.Jobs;

public sealed class WorkerTests : JobTest
{
    private const string EveryHour = "0 0 * * * ?";

    [Fact]
    public async Task What_is_due_is_done_in_the_order_of_the_book_and_its_note_is_kept()
    {
        var done = new List<string>();
        var jobs = new[] { Does("sync", done), Does("score", done) };
        await Note(jobs.Reverse());
        using var worker = Of(jobs);

        Assert.True(await worker.Once(default));
        Assert.True(await worker.Once(default));
        Assert.False(await worker.Once(default));

        Assert.Equal(["sync", "score"], done);
        Assert.Equal(["2026-11-23T06:00 Done: sync is done."], await Told("sync"));
    }

    [Fact]
    public async Task What_fails_is_told_and_tried_again_later_and_given_up_after_a_day_and_a_half()
    {
        var tries = new List<string>();
        var job = Job("report", "0 0 6 ? * MON", (work, _) =>
        {
            tries.Add($"{work.Time.GetUtcNow():dd HH:mm}");
            throw new IOException("No space left on device : '/var/reports'");
        });
        await Note([job]);
        using var worker = Of(job);

        for (var end = Time.Now.AddDays(3); Time.Now < end; Time.Now = Time.Now.AddMinutes(5))
        {
            await worker.Once(default);
        }

        Assert.Equal(["23 06:00", "23 06:05", "23 06:20", "23 07:20", "23 11:20", "23 23:20", "24 17:20"], tries);
        Assert.Equal(
            ["2026-11-23T06:00 Failed: No space left on device: '/var/reports'. Expected a place that can be written to. Name another with --out or Storage:ConnectionString."], await Told("report"));
    }

    [Fact]
    public async Task A_tracker_that_refuses_us_is_not_asked_again_before_the_next_slot()
    {
        var job = Job("sync", EveryHour, (_, _) => Task.FromResult(new JobEnd(ExitCode.Refused, "acme: it does not let us in.")));
        await Note([job]);
        using var worker = Of(job);

        await worker.Once(default);

        Assert.Equal(["2026-11-23T06:00 Failed: acme: it does not let us in."], await Told("sync"));
    }

    [Fact]
    public async Task One_that_has_more_to_do_soon_goes_on_then_and_is_no_failure()
    {
        var job = Job("deliver", EveryHour, (_, _) => Task.FromResult(new JobEnd(ExitCode.Done, "weekly waits for the first pull of Checkout.") { Again = TimeSpan.FromMinutes(1) }));
        await Note([job]);
        using var worker = Of(job);

        await worker.Once(default);

        var run = Assert.Single(await Store.Runs.Newest("deliver", 9));
        Assert.Equal((RunState.Waiting, 0, Time.Now.AddMinutes(1)), (run.State, run.Attempts, run.NextAt));
        Assert.False(await worker.Once(default));
        var told = JobJson.From(job, null, [run], Time.Now);
        Assert.Equal(("weekly waits for the first pull of Checkout.", null), (JobWords.Outcome(told), told.LastError));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_told_as_one_without_what_it_quotes()
    {
        var job = Job("sync", EveryHour, (_, _) => throw new InvalidOperationException("As a customer I want …"));
        await Note([job]);
        using var worker = Of(job);

        await worker.Once(default);

        Assert.Equal(
            [$"2026-11-23T06:00 Waiting: This is a fault of the program (InvalidOperationException at BacklogHealth.Tests.Jobs.WorkerTests.<>c.<{nameof(A_fault_of_the_program_is_told_as_one_without_what_it_quotes)}>b__5_0). What was stored is kept. Please report it with the output of `{Product.CommandLine} doctor`."],
            await Told("sync"));
    }

    [Fact]
    public async Task Who_is_stopped_in_the_middle_leaves_the_run_to_the_next_one_at_once()
    {
        using var stop = new CancellationTokenSource();
        var tries = 0;
        var job = Job("sync", EveryHour, async (_, cancellation) =>
        {
            if (++tries == 1)
            {
                await stop.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
            }

            return new JobEnd(ExitCode.Done, "complete");
        });
        await Note([job]);
        using var worker = Of(job);

        await worker.Once(stop.Token);
        Assert.Equal(["2026-11-23T06:00 Waiting: Stopped before it was done."], await Told("sync"));
        await worker.Once(default);

        Assert.Equal(["2026-11-23T06:00 Done: complete"], await Told("sync"));
    }

    [Fact]
    public async Task A_worker_that_wakes_up_after_another_took_over_writes_nothing_and_ends_nothing()
    {
        var other = new List<string>();
        var taken = Does("sync", other);
        var asleep = Job("sync", EveryHour, async (work, _) =>
        {
            // It sleeps for longer than its lease, and somebody else does all of it meanwhile.
            Time.Now += Worker.Lease;
            using var second = Of(taken);
            Assert.True(await second.Once(default));
            await work.Store.SaveTeam(new StoredTeam("Too late", "acme", "Jira Cloud", "UTC", null), default);
            return new JobEnd(ExitCode.Done, "by the first");
        });
        await Note([asleep]);
        using var worker = Of(asleep);

        await worker.Once(default);

        Assert.Equal(["sync"], other);
        Assert.Equal(["2026-11-23T06:00 Done: sync is done."], await Told("sync"));
        Assert.Empty(await Store.Teams());
    }

    [Fact]
    public async Task Two_workers_on_one_database_do_a_slot_once()
    {
        await using var another = await BacklogStore.Open($"Data Source={Folder.File("test.db")}", Time);
        var done = 0;
        var job = Job("sync", EveryHour, async (_, cancellation) =>
        {
            Interlocked.Increment(ref done);
            await Task.Delay(20, cancellation);
            return new JobEnd(ExitCode.Done, "");
        });
        using var first = Of(job);
        using var second = new Worker([job], Work with { Store = another }, NullLogger<Worker>.Instance);

        for (var hour = 0; hour < 10; hour++)
        {
            Time.Now = Time.Now.AddHours(1);
            await Task.WhenAll(new Slots(Store.Runs, Time).Note(job, default), new Slots(another.Runs, Time).Note(job, default));
            await Task.WhenAll(first.Once(default), second.Once(default));
        }

        Assert.Equal(10, done);
        Assert.All(await Store.Runs.Newest("sync", 100), r => Assert.Equal((RunState.Done, 1), (r.State, r.Attempts)));
    }

    [Fact]
    public async Task A_database_that_is_away_stops_no_worker()
    {
        var job = Does("sync", []);
        using var worker = Of(job);
        using var stop = new CancellationTokenSource();
        Directory.Move(Folder.Path, $"{Folder.Path}-away");
        var running = worker.Run(stop.Token);
        await Task.Delay(100);
        Assert.False(running.IsCompleted);
        Directory.Move($"{Folder.Path}-away", Folder.Path);
        await Note([job]);
        while ((await Store.Runs.Newest("sync", 1))[0].State != RunState.Done)
        {
            worker.Wake();
            await Task.Delay(10);
        }

        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_database_that_is_away_when_a_run_ends_is_waited_for()
    {
        // Each time anew, so that no connection is left to a file that is elsewhere by now.
        await using var store = await BacklogStore.Open($"Data Source={Folder.File("test.db")};Pooling=False", Time);
        Task? back = null;
        var job = Job("report", EveryHour, (_, _) =>
        {
            Directory.Move(Folder.Path, $"{Folder.Path}-away");
            back = ComeBack();
            return Task.FromResult(new JobEnd(ExitCode.Done, "9 files written."));
        });
        await Note([job]);
        using var worker = new Worker([job], Work with { Store = store }, NullLogger<Worker>.Instance);

        await worker.Pass(default);
        await back!;

        Assert.Equal(["2026-11-23T06:00 Done: 9 files written."], await Told("report"));

        async Task ComeBack()
        {
            await Task.Delay(1500);
            Directory.Move($"{Folder.Path}-away", Folder.Path);
        }
    }

    [Fact]
    public async Task What_a_job_took_is_given_back_when_nothing_is_left_to_do()
    {
        WeakReference? taken = null;
        var job = Job("report", EveryHour, (_, _) =>
        {
            taken = Take();
            return Task.FromResult(new JobEnd(ExitCode.Done, ""));
        });
        await Note([job]);
        using var worker = Of(job);

        await worker.Pass(default);

        Assert.False(taken!.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Take() => new(new byte[20_000_000]);
    }

    private static Job Does(string name, List<string> done) => Job(name, EveryHour, (_, _) =>
    {
        done.Add(name);
        return Task.FromResult(new JobEnd(ExitCode.Done, $"{name} is done."));
    });

    private Worker Of(params Job[] jobs) => new(jobs, Work, NullLogger<Worker>.Instance);

    private async Task Note(IEnumerable<Job> jobs)
    {
        foreach (var job in jobs)
        {
            await new Slots(Store.Runs, Time).Note(job, default);
        }
    }
}
