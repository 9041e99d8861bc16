using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Testing;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class AnswerThatAsksToWaitTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(40);

    [Theory]
    [Trait("Case", "25")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_wait_in_seconds_is_kept_by_the_whole_host_and_the_pull_is_whole(SampleTrackerKind kind)
    {
        var time = new SkippingTime(SampleRun.MondayMorning);
        await using var sample = await SyncedSample.Start(kind, EachKind.Fetching(kind).Nth(1).Answer(429).RetryAfter(40), serve: o => o with { Time = time }, time: time);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, (await sample.Stored()).Count);

        // Both have the same clock. What was under way already may still come; after that nothing until the wait is over.
        var refused = Assert.Single(sample.Server.Requests, r => r.Status == 429);
        Assert.All(sample.Server.Requests.Where(r => r.At > refused.At), r => Assert.True(r.At >= refused.At + Wait, $"{r.Target} came at {r.At:O}"));
        Assert.InRange(sample.Line!["waitedForLimitSeconds"]!.GetValue<double>(), 40, 4 * 60);
    }

    [Theory]
    [Trait("Case", "25")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_wait_until_a_date_is_kept_by_the_clock_of_the_tracker(SampleTrackerKind kind)
    {
        // The tracker's clock is three hours behind.
        await using var sample = await SyncedSample.Start(
            kind, EachKind.Fetching(kind).Nth(1).Answer(429).RetryAfterDate(Wait), serve: o => o with { Time = new SkippingTime(SampleRun.MondayMorning.AddHours(-3)) });
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Contains(Wait, sample.Time.Waits);
        Assert.Equal(sample.Project.Items.Length, sample.Number("stored"));
    }

    [Theory]
    [Trait("Case", "25")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Without_a_wait_it_is_tried_again_later_and_later_and_not_for_ever(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, EachKind.Fetching(kind).Times(5).Answer(429), b => SyncedSample.Small(b, 40));
        Assert.Equal(5, await sample.Sync());
        Assert.EndsWith(
            $"{sample.Where}: the tracker still refused to answer so many requests (429) after 5 tries. Expected an answer after the waits it asked for. What was read is kept; the next run goes on from there.\n",
            sample.Told, StringComparison.Ordinal);
        Assert.True(sample.Time.Waits.Count >= 4, "Expected a wait between two tries.");
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, sample.Number("stored"));
    }

    [Theory]
    [Trait("Case", "25")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_wait_beyond_the_cap_ends_the_run_as_throttled_and_a_later_one_goes_on(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, EachKind.Fetching(kind).Nth(EachKind.FetchesOfAll(kind) + 1).Answer(429).RetryAfter(3600), b => SyncedSample.Small(b, 40));
        Assert.Equal(0, await sample.Sync());
        var (before, stored) = (await sample.State(), sample.Number("stored"));
        sample.Change(b => b.Retitle(sample.Project.Items[0].Id, "Another title", SampleRun.MondayMorning));

        Assert.Equal(5, await sample.Sync());
        var sentence = $"{sample.Where}: the tracker asked to wait 3600 s before the next request. Expected 60 s at most. What was read is kept; the next run goes on from there.";
        Assert.EndsWith(sentence + "\n", sample.Told, StringComparison.Ordinal);
        Assert.Equal((false, stored), (sample.Line!["complete"]!.GetValue<bool>(), (await sample.Stored()).Count));
        Assert.Contains(sentence, sample.Problems);
        Assert.Equal(before, await sample.State());
        Assert.DoesNotContain(sample.Time.Waits, w => w > TimeSpan.FromSeconds(60));

        // The host still pauses: nobody asks it anything.
        var asked = sample.Server.Requests.Count;
        Assert.Equal(5, await sample.Sync());
        Assert.Equal(asked, sample.Server.Requests.Count);

        await Task.Delay(TimeSpan.FromHours(1), sample.Time);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal("Another title", (await sample.Stored())[sample.Project.Items[0].Id].Title);
    }
}
