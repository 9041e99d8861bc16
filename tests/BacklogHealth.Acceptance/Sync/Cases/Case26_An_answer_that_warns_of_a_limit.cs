using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.Testing;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class AnswerThatWarnsOfALimitTests
{
    private readonly SkippingTime _time = new(SampleRun.MondayMorning);

    [Fact]
    [Trait("Case", "26")]
    public async Task An_answer_that_was_delayed_slows_down_all_that_follow()
    {
        await using var sample = await Azure(FaultScript.When("/wiql").Nth(1).Header("X-RateLimit-Delay", "2.5"));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, (await sample.Stored()).Count);
        Assert.All(sample.Server.Requests, r => Assert.NotEqual(429, r.Status));
        var warned = sample.Server.Requests.First(r => r.Target.Contains("/wiql", StringComparison.Ordinal));
        var next = sample.Server.Requests.First(r => r.Number > warned.Number);
        Assert.True(next.At - warned.At >= TimeSpan.FromSeconds(2.5), $"The next request came after {next.At - warned.At}.");

        // The gap shrinks only slowly: the next three are spread too.
        Assert.True(sample.Server.Requests.First(r => r.Number == next.Number + 3).At - next.At > TimeSpan.FromSeconds(5));
    }

    [Fact]
    [Trait("Case", "26")]
    public async Task A_good_answer_with_a_wait_is_used_and_the_wait_is_kept()
    {
        await using var sample = await Azure(FaultScript.When("/wiql").Nth(1).RetryAfter(30));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, sample.Number("stored"));
        var warned = sample.Server.Requests.First(r => r.Target.Contains("/wiql", StringComparison.Ordinal));
        var next = sample.Server.Requests.First(r => r.Number > warned.Number);
        Assert.True(next.At - warned.At >= TimeSpan.FromSeconds(30), $"The next request came after {next.At - warned.At}.");
        Assert.True(sample.Line!["waitedForLimitSeconds"]!.GetValue<double>() >= 30);
    }

    [Fact]
    [Trait("Case", "26")]
    public async Task Where_nothing_is_left_of_a_limit_its_reset_is_waited_for()
    {
        await using var sample = await Azure(FaultScript.When("/wiql").Nth(1).RateLimit(200, 0, TimeSpan.FromSeconds(20), resetIsEpoch: true));
        Assert.True(await sample.Sync() == 0, sample.Told);
        var warned = sample.Server.Requests.First(r => r.Target.Contains("/wiql", StringComparison.Ordinal));
        Assert.True(sample.Server.Requests.First(r => r.Number > warned.Number).At - warned.At >= TimeSpan.FromSeconds(20));
    }

    [Theory]
    [Trait("Case", "26")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_tracker_that_takes_few_requests_a_second_is_read_to_the_end(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => SyncedSample.Small(b, 20), serve: o => o with { Time = _time, RequestsPerSecond = 4 }, time: _time);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(20, (await sample.Stored()).Count);
        var refused = sample.Server.Requests.Count(r => r.Status == 429);
        Assert.True(refused <= sample.Server.Requests.Count / 3, $"{refused} of {sample.Server.Requests.Count} requests were refused.");
    }

    private Task<SyncedSample> Azure(FaultScript faults) =>
        SyncedSample.Start(SampleTrackerKind.AzureDevOps, faults, b => SyncedSample.Small(b, 20), o => o with { Time = _time }, _time);
}
