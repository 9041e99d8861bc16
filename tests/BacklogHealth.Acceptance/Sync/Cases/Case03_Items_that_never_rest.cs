using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>Items that are edited so often that a bound by date always just misses them.</summary>
public sealed class ItemsThatNeverRestTests
{
    [Theory]
    [Trait("Case", "3")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task An_item_that_an_automation_edits_before_and_during_every_pull_is_stored_by_each(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        var item = sample.Backlog.Loose()[0].Id;
        for (var pull = 0; pull < 3; pull++)
        {
            var during = pull;
            sample.Change(b => b.Retitle(item, $"Time left in pull {during}", SampleMoments.At(during * 960)));
            var before = sample.Server.Requests.Count;
            sample.ChangeWhen(
                log => log.Skip(before).Any(r => r.Target.Contains(TrackerKinds.ListingPath(kind), StringComparison.Ordinal)),
                b => b.Retitle(item, $"Time left during pull {during}", SampleMoments.At((during * 960) + 480)));

            Assert.True(await sample.Sync() == 0, sample.Told);
            Assert.Equal($"Time left during pull {during}", sample.Backlog.Item(item).Title);
            Assert.Equal(SyncedSample.SmallSize, sample.Number("stored"));
            await sample.HoldsAll();
        }
    }

    [Theory]
    [Trait("Case", "4")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Of_two_edits_in_one_minute_the_one_after_the_pull_is_not_lost(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        var items = sample.Backlog.Loose();
        Assert.True(await sample.Sync() == 0, sample.Told);

        sample.Change(b => b.Retitle(items[0].Id, "Ten seconds past", SampleMoments.At(10)));
        Assert.True(await sample.Sync() == 0, sample.Told);
        sample.Change(b => b.Retitle(items[0].Id, "Forty seconds past", SampleMoments.At(40)).Retitle(items[1].Id, "Another item", SampleMoments.At(10)));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(2, sample.Number("fetched"));
        await sample.HoldsAll();

        var state = await sample.State();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("fetched"));
        Assert.Equal(state, await sample.State());
    }
}
