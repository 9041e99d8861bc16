using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Tests.Items;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Pulls;

public abstract class PullTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task A_pull_stores_all_that_was_listed_and_proves_it()
    {
        var items = Some(7);

        var result = await Pull(items);

        Assert.True(result.Complete);
        Assert.Equal((7, 7, 7, 7, 0), (result.InTracker, result.Stored, result.Fetched, result.Created, result.Updated));
        Assert.Empty(result.Problems);
        Assert.Equal(items.Select(WorkItems.Told).Order(Lines), (await Stored()).Select(WorkItems.Told).Order(Lines));
    }

    [Fact]
    public async Task A_second_pull_fetches_only_what_moved()
    {
        var items = Some(7).ToList();
        await Pull(items);
        items[2] = items[2].Moved("2026-02-01", A.InProgress);
        items.Add(A.WorkItem("CHK-8"));

        var result = await Pull(items);

        Assert.Equal((8, 8, 2, 1, 1), (result.InTracker, result.Stored, result.Fetched, result.Created, result.Updated));
        Assert.True(result.Complete);
    }

    [Fact]
    public async Task The_last_result_is_read_back_whole()
    {
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, Some(1));
        Time.Now = A.Time("2026-03-02 07:05");

        var result = await Store.FinishPull(
            run, Whole with { Problems = ["Board 7: it has no sprints."], Traffic = new PullTraffic(9, 123_456, TimeSpan.FromSeconds(1.5)) });
        var read = await Store.LastPull(Team);

        Assert.NotNull(read);
        Assert.Equal(result.Problems, read.Problems);
        Assert.Equal(result with { Problems = [], UnmappedStates = [] }, read with { Problems = [], UnmappedStates = [] });
        Assert.Equal(A.Time("2026-03-02 07:00"), read.StartedAt);
        Assert.Equal(A.Time("2026-03-02 07:05"), read.FinishedAt);
        Assert.Equal(
            ["Board 7: it has no sprints.", "Team Checkout: 1 of 1 listed items are not stored as they were listed. Expected all of them. Run sync again: it fetches these alone."],
            read.Problems);
    }

    [Fact]
    public async Task A_team_that_was_never_pulled_has_no_last_result() => Assert.Null(await Store.LastPull(Team));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_pull_that_dies_between_pages_is_taken_up_and_ends_in_the_same_state(int pagesBeforeDeath)
    {
        var items = Some(9);
        await Pull(items);
        var undisturbed = await Store.DataState(Team);
        var database = await NewDatabase("other.db");
        var store = await Other(database);
        var dying = await store.BeginPull(Team, Key);
        await List(store, dying, items);
        for (var page = 0; page < pagesBeforeDeath; page++)
        {
            await store.SaveItems(dying, Fetch(items, await store.NextToFetch(dying, 3)));
        }

        // The store is left as it is, and another process opens the file.
        store = await Other(database);
        var run = await store.BeginPull(Team, Key);
        Assert.Empty(await store.NextToFetch(run, 3));
        await List(store, run, items);
        while (await store.NextToFetch(run, 3) is { IsEmpty: false } ids)
        {
            await store.SaveItems(run, Fetch(items, ids));
        }

        var result = await store.FinishPull(run, Whole);

        Assert.Equal(9 - (3 * pagesBeforeDeath), result.Fetched);
        Assert.True(result.Complete);
        Assert.Equal(undisturbed, await store.DataState(Team));
    }

    [Fact]
    public async Task A_page_stored_twice_counts_once()
    {
        var items = Some(2);
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, items);
        var page = Fetch(items, await Store.NextToFetch(run, 5));

        await Store.SaveItems(run, page);
        await Store.SaveItems(run, page);
        var result = await Store.FinishPull(run, Whole);

        Assert.Equal((2, 2, 0), (result.Fetched, result.Created, result.Updated));
        Assert.Equal(2, (await Stored()).Count);
    }

    [Fact]
    public async Task Another_scope_has_everything_fetched_anew()
    {
        var items = Some(4);
        await Pull(items, Key with { Scope = "query 1" });

        var same = await Pull(items, Key with { Scope = "query 1" });
        var other = await Pull(items, Key with { Scope = "query 2" });

        Assert.Equal(0, same.Fetched);
        Assert.Equal((4, 0, 0), (other.Fetched, other.Created, other.Updated));
    }

    [Fact]
    public async Task A_full_pull_that_died_goes_on_as_a_full_pull()
    {
        var items = Some(4);
        await Pull(items);
        await Store.BeginPull(Team, Key, full: true);

        var result = await Pull(items);

        Assert.Equal(4, result.Fetched);
    }

    [Fact]
    public async Task An_item_that_changes_while_it_is_pulled_is_fetched_again_next_time()
    {
        var listed = A.WorkItem("CHK-1");
        var fetched = listed.Moved("2026-03-02 07:01", A.InProgress);
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [listed]);
        await Store.SaveItems(run, new FetchedItems([fetched], []));
        Assert.True((await Store.FinishPull(run, Whole)).Complete);

        var next = await Pull([fetched]);

        Assert.Equal(1, next.Fetched);
    }

    [Fact]
    public async Task An_item_that_neither_comes_nor_is_refused_is_asked_for_three_times_behind_the_others()
    {
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, Some(2));

        Assert.Equal(["id-CHK-1"], await Store.NextToFetch(run, 1));
        Assert.Equal(["id-CHK-2"], await Store.NextToFetch(run, 1));
        Assert.Equal(["id-CHK-1", "id-CHK-2"], await Store.NextToFetch(run, 5));
        Assert.Equal(["id-CHK-1", "id-CHK-2"], await Store.NextToFetch(run, 5));
        Assert.Empty(await Store.NextToFetch(run, 5));
        var result = await Store.FinishPull(run, Whole);

        Assert.False(result.Complete);
        Assert.Equal((2, 0), (result.InTracker, result.Stored));
    }

    [Fact]
    public async Task An_item_listed_twice_counts_once_and_its_later_stamp_holds()
    {
        var before = A.WorkItem("CHK-1");
        await Pull([before]);
        var after = before.Moved("2026-03-02", A.InProgress);
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [before]);
        Assert.Empty(await Store.NextToFetch(run, 5));
        await List(Store, run, [after]);

        Assert.Equal(["id-CHK-1"], await Store.NextToFetch(run, 5));
        await Store.SaveItems(run, Fetch([after], ["id-CHK-1"]));
        var result = await Store.FinishPull(run, Whole);

        Assert.Equal((1, 1, true), (result.InTracker, result.Stored, result.Complete));
        Assert.Equal("In Progress", (await Store.Find("CHK-1"))!.Item.OriginalState);
    }

    [Fact]
    public async Task A_refused_item_is_not_asked_for_again_and_is_told()
    {
        var items = Some(2);
        await Pull(items);
        var changed = items.Select(i => i.Moved("2026-02-01", A.InProgress)).ToList();
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, changed);
        await Store.SaveItems(run, new FetchedItems([changed[0]], [new UnavailableItem("id-CHK-2", "403 Forbidden")]));

        Assert.Empty(await Store.NextToFetch(run, 5));
        var result = await Store.FinishPull(run, Whole);

        Assert.False(result.Complete);
        Assert.Equal((2, 1, 1, 1), (result.InTracker, result.Stored, result.NotVisible, result.Refused));
        Assert.Equal(
            ["Team Checkout, item CHK-2: the tracker lists it and would not give it (403 Forbidden). Expected the whole item. Let the account see it, or take it out of the query."],
            result.Problems);
        Assert.Equal(A.Time("2026-03-02 07:00"), (await Store.Find("CHK-2"))!.Item.NotVisibleSince);
        Assert.Equal(["CHK-1"], await Keys(choice: ItemChoice.Open));

        var next = await Pull(changed);

        Assert.True(next.Complete);
        Assert.Null((await Store.Find("CHK-2"))!.Item.NotVisibleSince);
    }

    [Fact]
    public async Task What_was_not_listed_is_not_stored()
    {
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, Some(1));

        await Store.SaveItems(run, new FetchedItems([A.WorkItem("CHK-1"), A.WorkItem("CHK-99")], []));

        Assert.Equal(["CHK-1"], await Keys());
    }

    [Fact]
    public async Task A_pull_may_not_write_once_another_has_begun()
    {
        var old = await Store.BeginPull(Team, Key);
        await Store.BeginPull(Team, Key);

        var error = await Assert.ThrowsAsync<StoreException>(() => Store.SaveCensusPage(old, new CensusPage([new CensusEntry("1", "a")], true)));

        Assert.Equal(StoreFault.Superseded, error.Fault);
        Assert.Equal(
            "Team Checkout: this pull has ended, or another pull of the team has begun. Expected one pull of a team at a time. Wait for the other one to end; what it stores is whole.",
            error.Message);
    }

    [Fact]
    public async Task States_the_workflow_does_not_know_and_gaps_in_histories_are_counted()
    {
        var odd = A.WorkItem("CHK-1") with { StateId = "99", OriginalState = "Parked" };
        var gap = A.WorkItem("CHK-2") with { HistoryComplete = false };
        var contradictory = A.WorkItem("CHK-3").Moved("2026-01-06", A.InProgress) with { StateId = A.Done.Id, OriginalState = A.Done.Name };

        var result = await Pull([odd, gap, contradictory]);

        Assert.Equal((1, 2), (result.Unmapped, result.HistoryIncomplete));
        Assert.Equal([new UnmappedState("99", "Parked", 1)], result.UnmappedStates);
    }

    private async Task<BacklogStore> Other(string database)
    {
        var store = await OpenAnother(Engine, database);
        await store.SaveTeam(new StoredTeam(Team, "acme", "Jira Cloud, project CHK", "Europe/Berlin", null));
        await store.SaveProfile(Team, A.Profile);
        return store;
    }

    private static readonly Comparer<IReadOnlyList<string>> Lines = Comparer<IReadOnlyList<string>>.Create((a, b) => string.CompareOrdinal(a[0], b[0]));
}

public sealed class PullTestsOnSqlite() : PullTests(StorageEngine.Sqlite);

public sealed class PullTestsOnPostgres() : PullTests(StorageEngine.Postgres);
