using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Storage;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>Items are deleted in the tracker, and some come back.</summary>
public sealed class ItemsThatAreDeletedTests
{
    [Theory]
    [Trait("Case", "17")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_deleted_item_is_removed_by_the_second_complete_listing_without_it_and_keeps_its_history(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        var item = sample.Backlog.Loose()[0].Id;
        sample.Change(b => b.MoveTo(item, sample.Project.Statuses[2].Id, SampleMoments.At()));
        Assert.True(await sample.Sync() == 0, sample.Told);
        var history = (await sample.Stored())[item].Changes;
        Assert.Contains(item, await Open(sample));

        sample.Change(b => b.Delete(item, SampleMoments.At(60)));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((59, 59, 1, 0), (sample.Number("inTracker"), sample.Number("stored"), sample.Number("notListed"), sample.Number("removed")));
        Assert.Contains("Checkout: 59 of 59 items, complete. 1 not listed any more (removed if the next pull does not list it either); ", sample.Told, StringComparison.Ordinal);
        Assert.Null((await sample.Stored())[item].RemovedAt);

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((0, 1, 0), (sample.Number("notListed"), sample.Number("removed"), sample.Number("movedAway")));
        Assert.Contains("Checkout: 59 of 59 items, complete. 1 removed; ", sample.Told, StringComparison.Ordinal);
        var removed = (await sample.Stored())[item];
        Assert.NotNull(removed.RemovedAt);
        Assert.Equal(history, removed.Changes);
        Assert.DoesNotContain(item, await Open(sample));
        Assert.Contains(await sample.Ask(store => store.History("Checkout")), h => h.Id == item && h.Gone is not null);

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("removed"));
        Assert.Contains("Checkout: 59 of 59 items, complete. Nothing had changed; ", sample.Told, StringComparison.Ordinal);
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "17")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_listing_that_failed_in_between_does_not_count_as_the_second(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var item = sample.Backlog.Loose()[0].Id;
        sample.Change(b => b.Delete(item, SampleMoments.At()));
        Assert.True(await sample.Sync() == 0, sample.Told);

        await sample.Serve(TrackerKinds.Listing(kind).Answer(500));
        Assert.Equal(1, await sample.Sync());
        Assert.Null((await sample.Stored())[item].RemovedAt);

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(1, sample.Number("removed"));
        await sample.HoldsAll();
    }

    [Fact]
    [Trait("Case", "20")]
    public async Task An_item_from_the_recycle_bin_comes_back_as_the_same_one_and_a_destroyed_one_does_not()
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.AzureDevOps);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var (item, destroyed) = (sample.Backlog.Loose()[0].Id, sample.Backlog.Loose()[1].Id);
        var before = (await sample.Stored())[item];

        sample.Change(b => b.Delete(item, SampleMoments.At()).Delete(destroyed, SampleMoments.At()));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(2, sample.Number("removed"));

        sample.Change(b => b.Restore(item, SampleMoments.At(60)).Destroy(destroyed));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((0, 1, 1), (sample.Number("created"), sample.Number("fetched"), sample.Number("returned")));
        Assert.Contains("1 read: 0 new, 0 changed, 1 came back; ", sample.Told, StringComparison.Ordinal);
        var stored = await sample.Stored();
        Assert.Equal(SyncedSample.SmallSize, stored.Count);
        Assert.Null(stored[item].RemovedAt);
        Assert.Equal((before.Key, before.Title, before.StateId), (stored[item].Key, stored[item].Title, stored[item].StateId));
        Assert.NotNull(stored[destroyed].RemovedAt);
        await sample.HoldsAll();
    }

    [Fact]
    [Trait("Case", "20")]
    public async Task An_item_that_is_deleted_and_restored_between_two_pulls_never_went()
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.AzureDevOps);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var item = sample.Backlog.Loose()[0].Id;

        sample.Change(b => b.Delete(item, SampleMoments.At()));
        sample.Change(b => b.Restore(item, SampleMoments.At(60)));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((60, 0), (sample.Number("stored"), sample.Number("removed")));
        await sample.HoldsAll();
    }

    private static async Task<List<string>> Open(SyncedSample sample) => await sample.Ask(async store =>
    {
        var ids = new List<string>();
        await foreach (var past in store.Items("Checkout", null, ItemChoice.Open))
        {
            ids.Add(past.Item.Id);
        }

        return ids;
    });
}
