using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Pulls;

public abstract class CensusTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task Two_listings_are_counted_beside_each_other_and_beside_what_is_stored()
    {
        await Pull(Some(5));
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. Some(3)]);
        await List(Store, run, [A.WorkItem("CHK-1"), A.WorkItem("CHK-4"), A.WorkItem("CHK-9"), A.WorkItem("CHK-10")], listing: 2);

        Assert.Equal(new Census(Listed: 6, First: 3, Second: 4, OnlyFirst: 2, OnlySecond: 3, There: 5, Missing: 1, ToFetch: 2), await Store.Census(run));
        Assert.Equal(["id-CHK-5"], await Store.Missing(run, 10));
    }

    [Fact]
    public async Task An_item_of_either_listing_is_fetched_and_is_no_gap()
    {
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. Some(2)]);
        await List(Store, run, [A.WorkItem("CHK-2"), A.WorkItem("CHK-3")], listing: 2);
        await FetchAll(Store, run, Some(3));

        var result = await Store.FinishPull(run, Whole);

        Assert.Equal((true, 3, 3), (result.Complete, result.InTracker, result.Stored));
    }

    [Fact]
    public async Task An_item_that_moved_between_the_listings_is_fetched_once_more()
    {
        var before = A.WorkItem("CHK-1");
        await Pull([before]);
        var after = before.Moved("2026-03-02", A.InProgress);
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [before]);
        await List(Store, run, [after], listing: 2);

        Assert.Equal(["id-CHK-1"], await Store.NextToFetch(run, 5));
    }

    [Fact]
    public async Task What_vanished_now_is_told_apart_from_what_was_missing_or_hidden_before()
    {
        await Pull(Some(6));
        await Pull([.. Some(5)]);
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. Some(4)]);
        await Store.FinishPull(run, Whole with { ListingComplete = false, NotVisible = ["id-CHK-5"] });

        run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. Some(3)]);

        Assert.Equal(new Census(3, 3, 0, 3, 0, There: 6, Missing: 1, MissingBefore: 1, HiddenBefore: 1), await Store.Census(run));
        Assert.Equal(["id-CHK-4", "id-CHK-6"], await Store.Missing(run, 10));
        Assert.Equal(["id-CHK-4"], await Store.Missing(run, 1));
    }

    [Fact]
    public async Task A_removed_item_is_neither_there_nor_missing()
    {
        await Pull(Some(3));
        await Pull([.. Some(2)], removals: Removals.Accepted);
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. Some(2)]);

        Assert.Equal(new Census(2, 2, 0, 2, 0, There: 2, Missing: 0), await Store.Census(run));
    }

    [Fact]
    public async Task Teams_are_counted_apart()
    {
        await Pull(Some(3));
        await Store.SaveTeam(new StoredTeam("Search", "acme", "Jira Cloud, project SEA", "UTC", null));
        var run = await Store.BeginPull("Search", Key);
        await Store.SaveCensusPage(run, new CensusPage([new CensusEntry("id-CHK-1", "s")], true));

        Assert.Equal(new Census(1, 1, 0, 1, 0, There: 0, Missing: 0, ToFetch: 1), await Store.Census(run));
        Assert.Equal(["id-CHK-1"], await Store.NextToFetch(run, 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task There_are_two_listings_and_no_third(int listing)
    {
        var run = await Store.BeginPull(Team, Key);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.SaveCensusPage(run, new CensusPage([], true), listing));
    }
}

public sealed class CensusTestsOnSqlite() : CensusTests(StorageEngine.Sqlite);

public sealed class CensusTestsOnPostgres() : CensusTests(StorageEngine.Postgres);
