using BacklogHealth.Delivery;
using BacklogHealth.Reports;
using BacklogHealth.Scheduling;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Delivery;

/// <summary>A program that dies at each stage of a delivery, on a real database and against a real mail server: what the next run does.</summary>
public sealed class SubscriptionRunTests : IAsyncLifetime
{
    private readonly FixedTime _time = new("2026-11-23 06:00");
    private readonly TemporaryFolder _folder = new();
    private readonly MailServer _server = new();
    private BacklogStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await BacklogStore.Open($"Data Source={_folder.File("test.db")}", _time);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Dead_before_the_report_is_made_it_is_made_and_sent_by_the_next_run()
    {
        await Assert.ThrowsAsync<IOException>(() => Run(pack: (_, _) => throw new IOException("disk full")).Send(CancellationToken.None));

        Assert.Equal([DispatchState.Accepted], (await Run().Send(CancellationToken.None)).Select(d => d.State));
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task Dead_while_the_report_is_made_it_is_sent_when_the_lease_is_over()
    {
        Assert.NotNull(await Claimed());
        Assert.Empty(await Run().Send(CancellationToken.None));

        _time.Now = _time.Now.AddMinutes(10);
        Assert.Equal([DispatchState.Accepted], (await Run().Send(CancellationToken.None)).Select(d => d.State));
    }

    [Fact]
    public async Task Dead_behind_the_answer_and_before_it_was_kept_it_comes_twice_as_one_message_and_that_is_known()
    {
        var claim = (await Claimed())!;
        Assert.True(await _store.Dispatches.HandOver(claim));
        Assert.Equal(DispatchState.Accepted, (await Email().Send(Parcel, claim.Dispatch.Key, CancellationToken.None)).State);

        _time.Now = _time.Now.AddMinutes(10);
        var sent = Assert.Single(await Run().Send(CancellationToken.None));

        Assert.Equal((DispatchState.Accepted, 1), (sent.State, sent.Doubts));
        Assert.Equal(2, _server.Taken.Count);
        Assert.Single(_server.Taken.Select(m => m.MessageId).Distinct(StringComparer.Ordinal));
        Assert.Empty(await Run().Send(CancellationToken.None));
    }

    [Fact]
    public async Task Stopped_before_the_message_has_gone_it_is_tried_again_and_in_no_doubt()
    {
        using var stop = new CancellationTokenSource();
        _server.Recipient = _ =>
        {
            stop.Cancel();
            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run().Send(stop.Token));
        _server.Recipient = _ => null;
        Assert.Empty(_server.Taken);

        _time.Now = _time.Now.AddMinutes(5);
        Assert.Equal([(DispatchState.Accepted, 0)], (await Run().Send(CancellationToken.None)).Select(d => (d.State, d.Doubts)));
    }

    [Fact]
    public async Task A_database_that_is_away_when_the_answer_comes_is_waited_for_and_nothing_is_sent_twice()
    {
        // Each time anew, so that no connection is left to a file that is elsewhere by now.
        await using var store = await BacklogStore.Open($"Data Source={_folder.File("test.db")};Pooling=False", _time);
        Task? back = null;
        _server.Recipient = _ =>
        {
            Directory.Move(_folder.Path, $"{_folder.Path}-away");
            back = Task.Delay(1500).ContinueWith(_ => Directory.Move($"{_folder.Path}-away", _folder.Path), TaskScheduler.Default);
            return null;
        };

        var sent = Assert.Single(await Run(store).Send(CancellationToken.None));
        await back!;

        Assert.Equal((DispatchState.Accepted, 0), (sent.State, sent.Doubts));
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task Two_programs_at_once_send_one_report()
    {
        await using var other = await BacklogStore.Open($"Data Source={_folder.File("test.db")}", _time);

        await Task.WhenAll(Run().Send(CancellationToken.None), Run(other).Send(CancellationToken.None));

        Assert.Single(_server.Taken);
    }

    private static readonly Parcel Parcel = new(new MailPage("Checkout: backlog health", "<p>6.4 weeks</p>", "6.4 weeks\n", []), []);

    private async Task<ClaimedDispatch?> Claimed()
    {
        var run = Run();
        await _store.Dispatches.Prepare(run.KeysOf(run.Due!), run.Due!.At);
        return await _store.Dispatches.Claim("weekly", run.Due!.Period, TimeSpan.FromMinutes(10));
    }

    private SubscriptionRun Run(BacklogStore? store = null, Func<Slot, CancellationToken, Task<Parcel>>? pack = null)
    {
        var weekly = new SubscriptionSettings(
            "weekly", Audience.ProductOwner, ["Checkout"], Schedule.Read("0 0 7 ? * MON", Schedule.ForReaders, out _)!, null, ["html"], StakeholderScope.Goals, [new ChannelSettings(ChannelKind.Email, ["po@acme.example"])]);
        return new SubscriptionRun(weekly, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), (store ?? _store).Dispatches, _ => Email(), pack ?? ((_, _) => Task.FromResult(Parcel)), _time);
    }

    private EmailChannel Email() => new(new MailSettings("127.0.0.1", _server.Port, "backlog-health@acme.example", "", "", MailSecurity.Auto), "", _time);
}
