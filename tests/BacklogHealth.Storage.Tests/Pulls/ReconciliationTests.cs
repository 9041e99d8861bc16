using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Pulls;

public sealed class ReconciliationTests : StoreTest
{
    [Fact]
    public async Task An_item_is_removed_after_two_complete_listings_without_it_and_its_history_stays()
    {
        var items = Some(5);
        await Pull(items);
        var without = items.Take(4).ToList();

        var first = await Pull(without);
        Assert.Equal(0, first.Removed);
        Assert.Contains("CHK-5", await Keys(choice: ItemChoice.Open));

        Time.Now = A.Time("2026-03-03 07:00");
        var second = await Pull(without);

        Assert.Equal(1, second.Removed);
        Assert.True(second.Complete);
        Assert.DoesNotContain("CHK-5", await Keys(choice: ItemChoice.Open));
        Assert.Equal(A.Time("2026-03-03 07:00"), (await Store.Find("CHK-5"))!.Item.RemovedAt);
        Assert.Equal(A.Time("2026-03-03 07:00"), (await Store.History(Team)).Single(h => h.Key == "CHK-5").Gone);
        Assert.Equal(0, (await Pull(without)).Removed);
    }

    [Fact]
    public async Task A_listing_that_broke_off_removes_nothing_however_often()
    {
        var items = Some(5);
        await Pull(items);

        for (var i = 0; i < 3; i++)
        {
            var result = await Pull([.. items.Take(2)], listingComplete: false);
            Assert.False(result.Complete);
            Assert.Equal(0, result.Removed);
            Assert.Equal(
                ["Team Checkout: the listing of the tracker broke off. Expected all of it; nothing was removed. Run sync again: it goes on from what is stored."],
                result.Problems);
        }

        Assert.Equal(5, (await Keys(choice: ItemChoice.Open)).Count);
    }

    [Fact]
    public async Task An_item_that_was_missing_once_and_came_back_begins_anew()
    {
        var items = Some(5);
        await Pull(items);
        await Pull([.. items.Take(4)]);
        await Pull(items);

        var result = await Pull([.. items.Take(4)]);

        Assert.Equal(0, result.Removed);
    }

    [Fact]
    public async Task A_restored_item_comes_back_as_the_same_row()
    {
        var items = Some(5);
        await Pull(items);
        await Pull([.. items.Take(4)]);
        await Pull([.. items.Take(4)]);

        var result = await Pull(items);

        Assert.Equal((0, 5, 5), (result.Fetched, result.Stored, result.InTracker));
        Assert.Null((await Store.Find("CHK-5"))!.Item.RemovedAt);
        Assert.Equal(5, (await Store.History(Team)).Count);
    }

    [Fact]
    public async Task A_listing_that_lacks_many_items_at_once_is_doubted()
    {
        var items = Some(60);
        await Pull(items);
        var half = items.Take(30).ToList();

        for (var i = 0; i < 3; i++)
        {
            var result = await Pull(half);
            Assert.False(result.Complete);
            Assert.Equal(0, result.Removed);
            Assert.Equal(
                ["Team Checkout: 30 of 60 stored items are missing from the tracker's listing. Expected most of them to be there; nothing was removed. Check the query and the permissions, then run sync --accept-removals if the items are really gone."],
                result.Problems);
        }

        Assert.Equal(60, (await Keys(choice: ItemChoice.Open)).Count);
    }

    [Fact]
    public async Task A_doubted_listing_can_be_accepted_and_still_needs_its_second_proof()
    {
        var items = Some(60);
        await Pull(items);
        var half = items.Take(30).ToList();

        var accepted = await Pull(half, acceptRemovals: true);
        Assert.Equal((true, 0), (accepted.Complete, accepted.Removed));
        var next = await Pull(half);

        Assert.Equal((true, 30), (next.Complete, next.Removed));
    }

    [Theory]
    [InlineData(60, 40, true)]
    [InlineData(60, 39, false)]
    [InlineData(200, 141, true)]
    public async Task Few_items_or_a_small_share_of_them_may_vanish(int before, int after, bool complete)
    {
        var items = Some(before);
        await Pull(items, pageSize: 100);

        var result = await Pull([.. items.Take(after)], pageSize: 100);

        Assert.Equal(complete, result.Complete);
    }

    [Fact]
    public async Task An_empty_listing_is_doubted_where_anything_is_stored()
    {
        await Pull(Some(2));

        var result = await Pull([]);

        Assert.False(result.Complete);
        Assert.True((await Pull(Some(2))).Complete);
    }

    [Fact]
    public async Task An_empty_listing_of_an_empty_scope_is_complete()
    {
        var result = await Pull([]);

        Assert.True(result.Complete);
        Assert.Equal(0, result.InTracker);
    }

    [Fact]
    public async Task More_than_ten_refusals_are_told_in_short()
    {
        var items = Some(12);
        var run = await Store.BeginPull(Team, "f1");
        await List(Store, run, items);
        await Store.SaveItems(run, new Core.WorkItems.FetchedItems([], [.. items.Select(i => new Core.WorkItems.UnavailableItem(i.Id, "404"))]));

        var result = await Store.FinishPull(run, true, [], PullTraffic.None);

        Assert.Equal(11, result.Problems.Length);
        Assert.Equal("Team Checkout: the same holds for 2 more items.", result.Problems[^1]);
    }
}
