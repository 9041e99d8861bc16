using BacklogHealth.SampleTracker;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>The tracker gives a part of the items and says that this was all.</summary>
public sealed class ListingThatEndsEarlyTests
{
    [Theory]
    [Trait("Case", "8")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task A_first_listing_that_is_shorter_than_the_tracker_counts_is_not_proven(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, TrackerKinds.Listing(kind).EndAfter(6));

        Assert.Equal(3, await sample.Sync());
        Assert.Equal((6, 6), (sample.Number("inTracker"), sample.Number("stored")));
        Assert.Equal(
            [$"Team Checkout: two listings gave 6 items, and the tracker itself counts about 60. Expected about as many; nothing was removed. Run sync again; if it stays so, {(kind == SampleTrackerKind.JiraCloud ? "report it to Atlassian, whose search does not find them" : "have an administrator rebuild the tracker's search index")}."],
            sample.Problems);
        Assert.Contains("Checkout: the tracker lists 6, 6 are stored: NOT proven complete, nothing was removed.", sample.Told.Split('\n'));

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "8")]
    [InlineData(6)]
    [InlineData(SyncedSample.SmallSize - 1)]
    public async Task A_listing_of_ids_that_was_cut_is_gone_on_with_until_nothing_lies_behind_it(int kept)
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.AzureDevOps, TrackerKinds.Listing(SampleTrackerKind.AzureDevOps).EndAfter(kept));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(SyncedSample.SmallSize, sample.Number("inTracker"));
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "8")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_later_listing_that_lacks_stored_items_which_are_still_there_removes_none(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();
        var missing = (await sample.Stored())[sample.Project.Items[^1].Id].Key;

        // A list of ids that ends early is gone on with; one with a hole is not.
        await sample.Serve(kind == SampleTrackerKind.AzureDevOps ? TrackerKinds.Listing(kind).Omit(missing) : TrackerKinds.Listing(kind).EndAfter(SyncedSample.SmallSize - 1));
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(3, await sample.Sync());
            Assert.Equal(
                [$"Team Checkout: 1 of the stored items is missing from the listing, and the tracker still gives it ({missing}). Expected every item of the project to be listed; nothing was removed. Run sync again: a search index may lag behind."],
                sample.Problems);
            Assert.Equal((0, 0), (sample.Number("removed"), sample.Number("notVisible")));
            Assert.Equal((SyncedSample.SmallSize - 1, SyncedSample.SmallSize, 1), (sample.Number("inTracker"), sample.Number("stored"), sample.Number("notListed")));
            Assert.Equal(state, await sample.State());
        }

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(state, await sample.State());
        await sample.HoldsAll();
    }
}
