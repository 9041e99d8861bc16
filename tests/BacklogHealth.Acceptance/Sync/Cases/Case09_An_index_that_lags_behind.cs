using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>What was written a moment ago is not in the tracker's search index yet.</summary>
public sealed class IndexThatLagsBehindTests
{
    [Theory]
    [Trait("Case", "9")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_new_item_that_searches_do_not_find_yet_is_stored_by_the_next_pull_though_others_were_stored_before_it(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var edited = sample.Backlog.Loose()[0].Id;

        // A pull that remembered when it was would look for later items from now on.
        sample.Change(b => b.Retitle(edited, "Edited", SampleMoments.At(1800)).AddMany("CHK", 1, SampleMoments.At(3540)));
        var added = sample.Project.Items[^1].Id;
        await sample.Serve(serve: o => o with { IndexDelay = TimeSpan.FromMinutes(10) });
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal("Edited", (await sample.Stored())[edited].Title);
        Assert.False((await sample.Stored()).ContainsKey(added));

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(1, sample.Number("created"));
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "9")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_stored_item_that_drops_out_of_searches_after_an_edit_is_not_taken_for_gone(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var item = sample.Backlog.Loose()[0].Id;
        var key = (await sample.Stored())[item].Key;
        sample.Change(b => b.Retitle(item, "Edited a minute ago", SampleMoments.At(3540)));

        await sample.Serve(serve: o => o with { IndexDelay = TimeSpan.FromMinutes(10) });
        Assert.Equal(3, await sample.Sync());
        Assert.Contains($"({key}). Expected every item of the project to be listed; nothing was removed. Run sync again: a search index may lag behind.", Assert.Single(sample.Problems), StringComparison.Ordinal);
        Assert.Null((await sample.Stored())[item].RemovedAt);

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("removed"));
        await sample.HoldsAll();
    }
}
