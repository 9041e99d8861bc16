using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Pulls;

public abstract class ReconciliationTests(StorageEngine engine) : StoreTest(engine)
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
    public async Task Why_a_listing_is_not_believed_is_told_once_by_who_judged_it()
    {
        await Pull(Some(5));
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. Some(2)]);

        var result = await Store.FinishPull(run, new PullEnd { ListingComplete = false, Problems = ["Two listings differ."] });

        Assert.Equal((false, 0), (result.Complete, result.Removed));
        Assert.Equal(["Two listings differ."], result.Problems);
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
    public async Task A_removed_item_that_is_listed_again_is_fetched_anew_and_comes_back_as_the_same_row()
    {
        var items = Some(5);
        await Pull(items);
        await Pull([.. items.Take(4)]);
        await Pull([.. items.Take(4)]);

        var result = await Pull(items);

        Assert.Equal((1, 1, 0, 0, 5, 5), (result.Fetched, result.Returned, result.Created, result.Updated, result.Stored, result.InTracker));
        Assert.Null((await Store.Find("CHK-5"))!.Item.RemovedAt);
        Assert.Equal(5, (await Store.History(Team)).Count);
    }

    [Fact]
    public async Task An_item_that_was_missing_once_is_fetched_anew_when_it_returns()
    {
        var items = Some(5);
        await Pull(items);
        await Pull([.. items.Take(4)]);

        var result = await Pull(items);
        Assert.Equal((1, 1), (result.Fetched, result.Returned));
        Assert.Equal((0, 0), ((await Pull(items)).Fetched, (await Store.LastPull(Team))!.Returned));
    }

    [Fact]
    public async Task A_pull_that_ends_before_anything_is_listed_knows_what_is_stored_and_not_what_the_tracker_holds()
    {
        await Pull(Some(5));

        var run = await Store.BeginPull(Team, Key);
        var result = await Store.FinishPull(run, Whole with { ListingComplete = false, BrokeOff = true, Problems = ["Refused."] });

        Assert.Equal((false, true, null, 5, 0), (result.Complete, result.BrokeOff, result.InTracker, result.Stored, result.NotListed));
        Assert.NotNull(result.ProvenAt);
    }

    [Fact]
    public async Task Items_that_moved_away_are_told_apart_when_they_are_removed()
    {
        await Pull(Some(5));
        PullResult result = null!;
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal(again == 0 ? 0 : 2, result?.NotListed ?? 0);
            var run = await Store.BeginPull(Team, Key);
            await List(Store, run, Some(3));
            result = await Store.FinishPull(run, Whole with { MovedAway = ["id-CHK-4", "id-CHK-1"] });
        }

        Assert.Equal((2, 1, 0), (result.Removed, result.MovedAway, result.NotListed));
        Assert.Equal("CHK-4", (await Store.Keys(Team, ["id-CHK-4", "id-none"]))["id-CHK-4"]);
    }

    [Fact]
    public async Task A_doubted_listing_removes_nothing_however_often_and_is_not_complete()
    {
        var items = Some(6);
        await Pull(items);

        for (var i = 0; i < 3; i++)
        {
            var result = await Pull([.. items.Take(2)], removals: Removals.None);
            Assert.Equal((false, 0, 6, 4, 2), (result.Complete, result.Removed, result.Stored, result.NotListed, result.InTracker));
        }

        Assert.Equal(6, (await Keys(choice: ItemChoice.Open)).Count);
        Assert.Equal(0, (await Pull(items)).Fetched);
    }

    [Fact]
    public async Task A_listing_that_lacks_nothing_is_complete_whatever_was_thought_of_it()
    {
        await Pull(Some(2));

        Assert.True((await Pull(Some(2), removals: Removals.None)).Complete);
    }

    [Fact]
    public async Task Accepted_removals_are_done_at_once_and_the_audit_names_them()
    {
        var items = Some(5);
        await Pull(items);
        Time.Now = A.Time("2026-03-03 07:00");
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. items.Take(2)]);

        var result = await Store.FinishPull(run, Whole with { Removals = Removals.Accepted, AcceptedBy = "account-7", NotVisible = ["id-CHK-5"] });

        Assert.Equal((true, 2, 1), (result.Complete, result.Removed, result.NotVisible));
        Assert.Equal(["CHK-1", "CHK-2"], await Keys(choice: ItemChoice.Open));
        Assert.Equal(A.Time("2026-03-03 07:00"), (await Store.Find("CHK-3"))!.Item.RemovedAt);
        var entry = Assert.Single(await Store.Audit(Team));
        Assert.Equal((A.Time("2026-03-03 07:00"), run.Number, "removals-accepted", "account-7"), (entry.At, entry.Pull, entry.Action, entry.By));
        Assert.Equal(["id-CHK-3", "id-CHK-4"], entry.Ids);
    }

    [Fact]
    public async Task Accepting_where_nothing_is_missing_leaves_no_audit_row()
    {
        await Pull(Some(2));

        var result = await Pull(Some(2), removals: Removals.Accepted);

        Assert.Equal((true, 0), (result.Complete, result.Removed));
        Assert.Empty(await Store.Audit(Team));
    }

    [Fact]
    public async Task Nothing_is_removed_on_a_persons_word_where_the_listing_broke_off()
    {
        await Pull(Some(5));

        Assert.Equal(0, (await Pull(Some(2), listingComplete: false, removals: Removals.Accepted)).Removed);
        Assert.Equal(5, (await Keys(choice: ItemChoice.Open)).Count);
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
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, items);
        await Store.SaveItems(run, new Core.WorkItems.FetchedItems([], [.. items.Select(i => new Core.WorkItems.UnavailableItem(i.Id, "404"))]));

        var result = await Store.FinishPull(run, Whole);

        Assert.Equal(11, result.Problems.Length);
        Assert.Equal("Team Checkout: the same holds for 2 more items.", result.Problems[^1]);
    }
}

public sealed class ReconciliationTestsOnSqlite() : ReconciliationTests(StorageEngine.Sqlite);

public sealed class ReconciliationTestsOnPostgres() : ReconciliationTests(StorageEngine.Postgres);
