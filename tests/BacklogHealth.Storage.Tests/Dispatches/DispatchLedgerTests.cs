using CsCheck;

namespace BacklogHealth.Storage.Tests.Dispatches;

public abstract class DispatchLedgerTests(StorageEngine engine) : StoreTest(engine)
{
    private const string Weekly = "weekly", Monday = "2026-03-02T07:00";

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly DispatchKey Anna = new(Weekly, Monday, "email", "anna@acme.example"), Ben = new(Weekly, Monday, "email", "ben@acme.example");

    [Fact]
    public async Task What_is_prepared_twice_is_there_once()
    {
        Assert.Equal(2, await Store.Dispatches.Prepare([Anna, Ben], Time.Now));
        Assert.Equal(0, await Store.Dispatches.Prepare([Ben, Anna], Time.Now));
        Assert.Equal(1, await Store.Dispatches.Prepare([Anna with { Period = "2026-03-09T07:00" }, Anna], Time.Now.AddDays(7)));

        Assert.Equal(["2026-03-09T07:00 anna@acme.example", "2026-03-02T07:00 anna@acme.example", "2026-03-02T07:00 ben@acme.example"], (await Store.Dispatches.Of(Weekly)).Select(d => $"{d.Key.Period} {d.Key.Recipient}"));
        Assert.All(await Store.Dispatches.Of(Weekly, Monday), d => Assert.Equal((DispatchState.Pending, 0, Time.Now), (d.State, d.Attempts, d.DueAt)));
    }

    [Fact]
    public async Task Each_goes_its_way_once()
    {
        await Store.Dispatches.Prepare([Anna, Ben], Time.Now);

        var first = await Send(DispatchState.Accepted, "250 queued");
        var second = await Send(DispatchState.Failed, "550 no such mailbox");

        Assert.Equal([Anna, Ben], [first, second]);
        Assert.Null(await Claim());
        Assert.Equal([(DispatchState.Accepted, "250 queued", 1), (DispatchState.Failed, "550 no such mailbox", 1)], (await Store.Dispatches.Of(Weekly)).Select(d => (d.State, d.Note!, d.Attempts)));
    }

    [Fact]
    public async Task One_that_is_to_be_tried_again_waits_for_its_time()
    {
        await Store.Dispatches.Prepare([Anna], Time.Now);
        var claim = (await Claim())!;
        Assert.True(await Store.Dispatches.HandOver(claim));
        Assert.True(await Store.Dispatches.End(claim, DispatchState.Pending, "451 greylisted", Time.Now.AddMinutes(10)));

        Assert.Null(await Claim());
        Time.Now = Time.Now.AddMinutes(10);
        var again = (await Claim())!;

        Assert.Equal((claim.Number, 1, "451 greylisted"), (again.Number, again.Dispatch.Attempts, again.Dispatch.Note));
        Assert.True(again.Token > claim.Token);
    }

    [Fact]
    public async Task One_whose_sender_died_before_it_was_handed_over_is_sent_by_another()
    {
        await Store.Dispatches.Prepare([Anna], Time.Now);
        var dead = (await Claim())!;
        Assert.Null(await Claim());

        Time.Now += Lease;
        var claim = (await Claim())!;

        Assert.Equal(dead.Number, claim.Number);
        Assert.False(await Store.Dispatches.HandOver(dead));
        Assert.False(await Store.Dispatches.End(dead, DispatchState.Accepted, null));
        Assert.True(await Store.Dispatches.HandOver(claim));
        Assert.True(await Store.Dispatches.End(claim, DispatchState.Accepted, null));
    }

    [Fact]
    public async Task One_whose_sender_died_while_it_was_handed_over_is_sent_once_more_and_then_no_more()
    {
        await Store.Dispatches.Prepare([Anna], Time.Now);
        var dead = (await Claim())!;
        Assert.True(await Store.Dispatches.HandOver(dead));
        Time.Now += Lease;

        var again = (await Claim())!;
        Assert.Equal((dead.Number, 1), (again.Number, again.Dispatch.Doubts));
        Assert.False(await Store.Dispatches.End(dead, DispatchState.Accepted, null));
        Assert.True(await Store.Dispatches.HandOver(again));
        Time.Now += Lease;

        Assert.Null(await Claim());
        var unknown = Assert.Single(await Store.Dispatches.Of(Weekly));
        Assert.Equal((DispatchState.Unknown, 2, Time.Now), (unknown.State, unknown.Doubts, unknown.EndedAt));
    }

    [Fact]
    public async Task One_that_was_not_answered_is_tried_once_more_at_its_time()
    {
        await Store.Dispatches.Prepare([Anna], Time.Now);
        var claim = (await Claim())!;
        Assert.True(await Store.Dispatches.HandOver(claim));
        Assert.True(await Store.Dispatches.End(claim, DispatchState.Unknown, "no answer", Time.Now.AddMinutes(5)));
        Assert.Equal((DispatchState.Pending, 1, Time.Now.AddMinutes(5)), await Standing());
        Assert.Null(await Claim());

        Time.Now = Time.Now.AddMinutes(5);
        claim = (await Claim())!;
        Assert.True(await Store.Dispatches.HandOver(claim));
        Assert.True(await Store.Dispatches.End(claim, DispatchState.Unknown, "no answer", Time.Now.AddMinutes(15)));

        Assert.Equal((DispatchState.Unknown, 2, null), await Standing());

        async Task<(DispatchState, int, DateTimeOffset?)> Standing() => Assert.Single(await Store.Dispatches.Of(Weekly)) is var d ? (d.State, d.Doubts, d.NextAt) : default;
    }

    [Fact]
    public async Task A_lease_that_has_run_out_hands_nothing_over()
    {
        await Store.Dispatches.Prepare([Anna], Time.Now);
        var claim = (await Claim())!;
        Time.Now += Lease;

        Assert.False(await Store.Dispatches.HandOver(claim));
    }

    [Fact]
    public async Task What_an_older_period_has_not_sent_gives_way_to_the_newest()
    {
        var (gone, lost, next) = (Anna with { Period = "2026-02-16T07:00" }, Anna with { Period = "2026-02-23T07:00" }, Anna);
        await Store.Dispatches.Prepare([gone], Time.Now.AddDays(-14));
        await Store.Dispatches.Prepare([lost], Time.Now.AddDays(-7));
        await Store.Dispatches.Prepare([next], Time.Now);
        Assert.True(await Store.Dispatches.HandOver((await Store.Dispatches.Claim(Weekly, lost.Period, Lease))!));
        Time.Now += Lease;

        Assert.Equal(2, await Store.Dispatches.GiveWay(Weekly, Time.Now - Lease));

        Assert.Equal([DispatchState.Pending, DispatchState.Unknown, DispatchState.Failed], (await Store.Dispatches.Of(Weekly)).Select(d => d.State));
        Assert.Equal("A newer report took its place.", (await Store.Dispatches.Of(Weekly, gone.Period))[0].Note);
        Assert.Null(await Store.Dispatches.Claim(Weekly, gone.Period, Lease));
    }

    [Fact]
    public async Task Several_programs_on_one_database_take_each_once()
    {
        var keys = Enumerable.Range(0, 40).Select(i => Anna with { Recipient = $"reader-{i:00}@acme.example" }).ToList();
        var other = await OpenAnother();
        await Task.WhenAll(Store.Dispatches.Prepare(keys, Time.Now), other.Dispatches.Prepare(keys, Time.Now));

        var taken = (await Task.WhenAll(All(Store), All(other))).SelectMany(t => t).ToList();

        Assert.Equal(keys.Select(k => k.Recipient), taken.Order(StringComparer.Ordinal));

        async Task<List<string>> All(BacklogStore store)
        {
            var mine = new List<string>();
            while (await store.Dispatches.Claim(Weekly, Monday, Lease) is { } claim)
            {
                mine.Add(claim.Dispatch.Key.Recipient);
            }

            return mine;
        }
    }

    /// <summary>Whatever dies when: nothing is lost, each that may have come twice is known, and none comes three times.</summary>
    [Fact]
    public async Task Nothing_is_lost_or_doubled_whatever_dies_when()
    {
        var steps = Gen.Int[0, 3].Array[1, 12];
        var period = 0;
        await steps.SampleAsync(
            async ends =>
            {
                var key = Anna with { Period = $"p{Interlocked.Increment(ref period)}" };
                await Store.Dispatches.Prepare([key], Time.Now);
                var sent = 0;
                foreach (var end in ends)
                {
                    if (await Store.Dispatches.Claim(Weekly, key.Period, Lease) is not { } claim)
                    {
                        break;
                    }

                    // 0: dies before; 1: dies behind; 2: is told to come again; 3: is accepted.
                    if (end == 0 || !await Store.Dispatches.HandOver(claim))
                    {
                        Time.Now += Lease;
                        continue;
                    }

                    sent += end is 1 or 3 ? 1 : 0;
                    _ = end switch
                    {
                        2 => await Store.Dispatches.End(claim, DispatchState.Pending, null, Time.Now),
                        3 => await Store.Dispatches.End(claim, DispatchState.Accepted, null),
                        _ => false,
                    };
                    Time.Now += Lease;
                }

                _ = await Store.Dispatches.Claim(Weekly, key.Period, Lease);
                var left = Assert.Single(await Store.Dispatches.Of(Weekly, key.Period));
                Assert.InRange(sent, 0, 2);
                Assert.True(sent < 2 || left.Doubts > 0);
                Assert.True(sent > 0 || left.State is DispatchState.Pending or DispatchState.Sending);
            },
            iter: 30,
            threads: 1);
    }

    private Task<ClaimedDispatch?> Claim() => Store.Dispatches.Claim(Weekly, Monday, Lease);

    private async Task<DispatchKey> Send(DispatchState state, string note)
    {
        var claim = (await Claim())!;
        Assert.True(await Store.Dispatches.HandOver(claim));
        Assert.True(await Store.Dispatches.End(claim, state, note));
        return claim.Dispatch.Key;
    }
}

public sealed class DispatchLedgerTestsOnSqlite() : DispatchLedgerTests(StorageEngine.Sqlite);

public sealed class DispatchLedgerTestsOnPostgres() : DispatchLedgerTests(StorageEngine.Postgres);
