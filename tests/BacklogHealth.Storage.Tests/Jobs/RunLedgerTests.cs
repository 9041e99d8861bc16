using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;
using CsCheck;

namespace BacklogHealth.Storage.Tests.Jobs;

public abstract class RunLedgerTests(StorageEngine engine) : StoreTest(engine)
{
    private const string Sync = "sync";

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private static readonly RunKey Seven = new(Sync, "2026-03-02T07:00"), Half = new(Sync, "2026-03-02T07:30");

    [Fact]
    public async Task A_slot_is_one_run_however_many_clocks_strike()
    {
        await using var other = await OpenAnother();

        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? Store : other).Runs.Add(Seven, Time.Now)));

        Assert.Single(added, a => a);
        Assert.Single(await Store.Runs.Newest(Sync, 10));
        Assert.NotNull(await other.Runs.Claim(Sync, Lease));
        Assert.Null(await Store.Runs.Claim(Sync, Lease));
        Assert.Null(await Store.Runs.Claim("score", Lease));
    }

    [Fact]
    public async Task A_run_is_claimed_and_ended_with_what_it_came_to()
    {
        await Store.Runs.Add(Seven, Time.Now);
        var claim = (await Store.Runs.Claim(Sync, Lease))!;
        Assert.Equal((RunState.Running, 1, Time.Now), (claim.Run.State, claim.Run.Attempts, claim.Run.StartedAt));
        Time.Now = Time.Now.AddMinutes(1);

        Assert.True(await Store.Runs.End(claim, RunState.Done, "2 teams, complete."));

        Assert.Equal(new JobRun(Seven, claim.Run.DueAt, RunState.Done, 1, claim.Run.StartedAt, null, Time.Now, "2 teams, complete."), Assert.Single(await Store.Runs.Newest(Sync, 10)));
        Assert.Null(await Store.Runs.Claim(Sync, Lease));
        Assert.False(await Store.Runs.End(claim, RunState.Failed, "too late"));
    }

    [Fact]
    public async Task One_that_is_to_be_tried_again_waits_for_its_time()
    {
        await Store.Runs.Add(Seven, Time.Now);
        await Store.Runs.End((await Store.Runs.Claim(Sync, Lease))!, RunState.Waiting, "The tracker does not answer.", Time.Now.AddMinutes(5));

        Assert.Null(await Store.Runs.Claim(Sync, Lease));
        Time.Now = Time.Now.AddMinutes(5);

        Assert.Equal(2, (await Store.Runs.Claim(Sync, Lease))!.Run.Attempts);
    }

    [Fact]
    public async Task One_that_goes_on_later_without_having_failed_has_not_begun_in_vain()
    {
        await Store.Runs.Add(Seven, Time.Now);
        await Store.Runs.End((await Store.Runs.Claim(Sync, Lease))!, RunState.Waiting, "Waits for the first pull.", Time.Now.AddMinutes(1), inVain: false);

        Assert.Equal((RunState.Waiting, 0, "Waits for the first pull."), (await Store.Runs.Newest(Sync, 1)).Select(r => (r.State, r.Attempts, r.Note!)).Single());
        Time.Now = Time.Now.AddMinutes(1);
        Assert.Equal(1, (await Store.Runs.Claim(Sync, Lease))!.Run.Attempts);
    }

    [Fact]
    public async Task An_older_run_gives_way_to_a_newer_one_and_an_old_slot_does_not_come_up_again()
    {
        await Store.Runs.Add(Seven, Time.Now);
        Assert.True(await Store.Runs.Add(Half, Time.Now.AddMinutes(30)));
        Assert.False(await Store.Runs.Add(new RunKey(Sync, "2026-03-02T06:30"), Time.Now.AddMinutes(-30)));

        Assert.Equal([(Half, RunState.Waiting, null), (Seven, RunState.Skipped, "A newer run took its place.")], (await Store.Runs.Newest(Sync, 10)).Select(r => (r.Key, r.State, r.Note)));
        Assert.Equal(Half, (await Store.Runs.Claim(Sync, Lease))!.Run.Key);
    }

    [Fact]
    public async Task One_that_failed_before_keeps_saying_why_when_it_gives_way()
    {
        await Store.Runs.Add(Seven, Time.Now);
        await Store.Runs.End((await Store.Runs.Claim(Sync, Lease))!, RunState.Waiting, "The tracker does not answer.", Time.Now.AddHours(1));
        await Store.Runs.Add(Half, Time.Now.AddMinutes(30));

        Assert.Equal([(RunState.Waiting, null), (RunState.Failed, "The tracker does not answer.")], (await Store.Runs.Newest(Sync, 10)).Select(r => (r.State, r.Note)));
    }

    [Fact]
    public async Task A_newer_run_waits_until_nobody_is_at_the_older_one()
    {
        await Store.Runs.Add(Seven, Time.Now);
        var first = (await Store.Runs.Claim(Sync, Lease))!;
        await Store.Runs.Add(Half, Time.Now.AddMinutes(30));

        Assert.Null(await Store.Runs.Claim(Sync, Lease));
        Assert.True(await Store.Runs.End(first, RunState.Waiting, "The tracker does not answer.", Time.Now.AddMinutes(5)));

        Assert.Equal(Half, (await Store.Runs.Claim(Sync, Lease))!.Run.Key);
        Assert.Equal(RunState.Failed, (await Store.Runs.Newest(Sync, 10))[1].State);
    }

    [Fact]
    public async Task One_that_is_left_out_is_told_and_not_done()
    {
        Assert.True(await Store.Runs.Add(Seven, Time.Now, "Due 5 hours before."));

        Assert.Null(await Store.Runs.Claim(Sync, Lease));
        Assert.Equal((RunState.Skipped, "Due 5 hours before."), (await Store.Runs.Newest(Sync, 1)).Select(r => (r.State, r.Note)).Single());
        Assert.False(await Store.Runs.Add(Seven, Time.Now));
    }

    [Fact]
    public async Task A_lease_that_is_renewed_holds()
    {
        await Store.Runs.Add(Seven, Time.Now);
        var claim = (await Store.Runs.Claim(Sync, Lease))!;
        for (var i = 0; i < 5; i++)
        {
            Time.Now += Lease / 2;
            Assert.True(await Store.Runs.Renew(claim, Lease));
            Assert.Null(await Store.Runs.Claim(Sync, Lease));
        }

        Time.Now += Lease;
        Assert.NotNull(await Store.Runs.Claim(Sync, Lease));
        Assert.False(await Store.Runs.Renew(claim, Lease));
    }

    [Fact]
    public async Task Who_slept_longer_than_the_lease_writes_nothing_any_more()
    {
        await Store.Runs.Add(Seven, Time.Now);
        var asleep = (await Store.Runs.Claim(Sync, Lease))!;
        var store = Store.Under(asleep);
        await store.SaveTeam(new StoredTeam("Before", "acme", "Jira Cloud", "UTC", null));
        Time.Now += Lease;
        var awake = (await Store.Runs.Claim(Sync, Lease))!;

        var refused = await Assert.ThrowsAsync<StoreException>(() => store.SaveTeam(new StoredTeam("After", "acme", "Jira Cloud", "UTC", null)));
        await Store.Under(awake).SaveTeam(new StoredTeam("By the other", "acme", "Jira Cloud", "UTC", null));

        Assert.Equal(StoreFault.LeaseLost, refused.Fault);
        Assert.Equal(
            "Job sync of 2026-03-02T07:00: somebody else does it by now, since nothing was heard from here for so long. Expected to be the only one. Nothing more is written from here.",
            refused.Message);
        Assert.Equal(["Before", "By the other", Team], (await Store.Teams()).Select(t => t.Name));
    }

    [Fact]
    public async Task What_a_worker_borrowed_stays_open_for_others()
    {
        await Store.Runs.Add(Seven, Time.Now);
        await using (Store.Under((await Store.Runs.Claim(Sync, Lease))!))
        {
        }

        Assert.NotEmpty(await Store.Teams());
    }

    [Fact]
    public async Task What_brings_the_program_down_each_time_is_given_up()
    {
        await Store.Runs.Add(Seven, Time.Now);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(i + 1, (await Store.Runs.Claim(Sync, Lease))!.Run.Attempts);
            Time.Now += Lease;
        }

        Assert.Null(await Store.Runs.Claim(Sync, Lease));
        Assert.Equal((RunState.Failed, "The program died at it again and again. See the log of that time."), (await Store.Runs.Newest(Sync, 1)).Select(r => (r.State, r.Note)).Single());
    }

    [Fact]
    public async Task The_newest_five_hundred_runs_of_a_job_are_kept()
    {
        await Store.Runs.Add(new RunKey("report", "before"), Time.Now);
        for (var i = 0; i < 503; i++)
        {
            await Store.Runs.Add(new RunKey(Sync, $"{i:000}"), Time.Now.AddMinutes(i), "late");
        }

        Assert.Equal(["502", "003"], (await Store.Runs.Newest(Sync, 1000)) is { Count: 500 } kept ? [kept[0].Key.Slot, kept[^1].Key.Slot] : []);
        Assert.Single(await Store.Runs.Newest("report", 10));
    }

    [Fact]
    public async Task Whatever_happens_a_slot_is_done_at_most_once_and_one_at_a_time()
    {
        // Two programs add, claim, die, end and let time pass in any order: whoever ends a slot as done is the only one, and nobody is at a job beside another.
        await Gen.Select(Gen.Int[0, 5], Gen.Bool).Array[1, 30].SampleAsync(
            async steps =>
            {
                var job = $"job {Guid.CreateVersion7()}";
                var held = new List<ClaimedRun>();
                var done = new List<string>();
                var slot = 0;
                foreach (var (step, which) in steps)
                {
                    switch (step)
                    {
                        case 0 or 1:
                            slot += which ? 1 : 0;
                            await Store.Runs.Add(new RunKey(job, $"{slot:00}"), Time.Now.AddMinutes(slot));
                            break;
                        case 2 or 3 when await Store.Runs.Claim(job, Lease) is { } claim:
                            held.Add(claim);
                            break;
                        case 4 when held.Count > 0 && await Store.Runs.End(held[which ? 0 : ^1], RunState.Done, null):
                            done.Add(held[which ? 0 : ^1].Run.Key.Slot);
                            break;
                        case 5:
                            Time.Now += which ? Lease : Lease / 3;
                            break;
                        default:
                            break;
                    }

                    Assert.InRange((await Store.Runs.Newest(job, 100)).Count(r => r.State == RunState.Running), 0, 1);
                }

                Assert.Equal(done.Distinct(StringComparer.Ordinal), done);
            },
            iter: 25,
            threads: 1);
    }
}

public sealed class RunLedgerOnSqliteTests() : RunLedgerTests(StorageEngine.Sqlite);

public sealed class RunLedgerOnPostgresTests() : RunLedgerTests(StorageEngine.Postgres)
{
    [Fact]
    public async Task Who_is_in_the_midst_of_a_long_writing_is_alive_and_keeps_nobody_waiting()
    {
        var key = new RunKey("sync", "2026-03-02T07:00");
        await Store.Runs.Add(key, Time.Now);
        var claim = (await Store.Runs.Claim("sync", TimeSpan.FromMinutes(3)))!;
        await using var other = await OpenAnother();
        ClaimedRun? taken = null;

        await Store.Under(claim).Import(Team, A.Profile, Slowly(), replace: false);

        Assert.Null(taken);
        Assert.Single(await Store.History(Team));
        Assert.True(await Store.Runs.Renew(claim, TimeSpan.FromMinutes(3)));

        IEnumerable<WorkItem> Slowly()
        {
            Time.Now += TimeSpan.FromHours(1);
            taken = Task.Run(() => other.Runs.Claim("sync", TimeSpan.FromMinutes(3))).Result;
            yield return A.WorkItem("CHK-1");
        }
    }
}
