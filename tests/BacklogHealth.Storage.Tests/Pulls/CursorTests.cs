using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Pulls;

/// <summary>A tracker that keeps a record of changes tells what moved since a cursor: entries without a stamp have not.</summary>
public abstract class CursorTests(StorageEngine engine) : StoreTest(engine)
{
    private static readonly WorkItem First = A.WorkItem("CHK-1") with { Stamp = "1" };

    private static readonly WorkItem Second = A.WorkItem("CHK-2") with { Stamp = "1" };

    [Fact]
    public async Task Without_a_cursor_everything_is_fetched_and_kept_with_the_items_own_stamp()
    {
        var run = await Store.BeginPull(Team, Key);
        Assert.Null(run.Cursor);
        await Census(run, "c1", ("id-CHK-1", null), ("id-CHK-2", null));
        await FetchAll(Store, run, [First, Second]);

        var result = await Store.FinishPull(run, Whole);

        Assert.Equal((true, 2, 2, 2), (result.Complete, result.InTracker, result.Stored, result.Fetched));
        Assert.Equal("1", (await Store.Find("CHK-1"))!.Item.Stamp);
    }

    [Fact]
    public async Task With_a_cursor_only_what_the_tracker_names_is_fetched()
    {
        await FirstPull();
        var run = await Store.BeginPull(Team, Key);
        Assert.Equal(("c1", false), (run.Cursor, run.Full));
        await Census(run, "c2", ("id-CHK-1", null), ("id-CHK-2", "2"));

        Assert.Equal(["id-CHK-2"], await Store.NextToFetch(run, 5));
        await Store.SaveItems(run, new FetchedItems([Second with { Stamp = "2", Title = "Changed" }], []));
        var result = await Store.FinishPull(run, Whole);

        Assert.Equal((true, 2, 1), (result.Complete, result.Stored, result.Fetched));
        Assert.Equal("c2", (await Store.BeginPull(Team, Key)).Cursor);
    }

    [Fact]
    public async Task A_stamp_that_is_named_and_stored_already_is_not_fetched_again()
    {
        await FirstPull();
        var run = await Store.BeginPull(Team, Key);
        await Census(run, "c2", ("id-CHK-1", "1"), ("id-CHK-2", null));

        Assert.Empty(await Store.NextToFetch(run, 5));
    }

    [Fact]
    public async Task The_end_of_a_pull_may_name_the_cursor_itself()
    {
        var run = await Store.BeginPull(Team, Key);
        await Census(run, "of the page", ("id-CHK-1", null));
        await FetchAll(Store, run, [First]);
        await Store.FinishPull(run, Whole with { Cursor = "of the end" });

        Assert.Equal("of the end", (await Store.BeginPull(Team, Key)).Cursor);
    }

    [Fact]
    public async Task A_listing_that_broke_off_or_is_doubted_leaves_the_cursor_as_it_was()
    {
        await FirstPull();
        var run = await Store.BeginPull(Team, Key);
        await Census(run, "c2", ("id-CHK-1", null));
        await Store.FinishPull(run, Whole with { ListingComplete = false });
        Assert.Equal("c1", (await Store.BeginPull(Team, Key)).Cursor);

        run = await Store.BeginPull(Team, Key);
        await Census(run, "c3", ("id-CHK-1", null));
        await Store.FinishPull(run, Whole with { Removals = Removals.None });

        Assert.Equal("c1", (await Store.BeginPull(Team, Key)).Cursor);
    }

    [Fact]
    public async Task An_item_that_could_not_be_stored_is_fetched_next_time_although_the_cursor_went_on()
    {
        await FirstPull();
        var run = await Store.BeginPull(Team, Key);
        await Census(run, "c2", ("id-CHK-1", "2"), ("id-CHK-2", "2"));
        await Store.SaveItems(run, new FetchedItems([], [new UnavailableItem("id-CHK-1", "24 MB", Absence.Unreadable), new UnavailableItem("id-CHK-2", "404")]));
        Assert.False((await Store.FinishPull(run, Whole)).Complete);

        run = await Store.BeginPull(Team, Key);
        await Census(run, "c3", ("id-CHK-1", null), ("id-CHK-2", null));

        Assert.Equal("c2", run.Cursor);
        Assert.Equal(["id-CHK-1", "id-CHK-2"], await Store.NextToFetch(run, 5));
    }

    [Fact]
    public async Task An_item_that_was_missing_removed_or_hidden_is_fetched_when_it_returns_although_the_tracker_names_no_change()
    {
        await FirstPull();
        for (var i = 0; i < 2; i++)
        {
            var without = await Store.BeginPull(Team, Key);
            await Census(without, "c2", ("id-CHK-1", null));
            await Store.FinishPull(without, Whole with { NotVisible = ["id-CHK-1"] });
        }

        var run = await Store.BeginPull(Team, Key);
        await Census(run, "c3", ("id-CHK-1", null), ("id-CHK-2", null));

        Assert.Equal(["id-CHK-1", "id-CHK-2"], await Store.NextToFetch(run, 5));
        await FetchAll(Store, run, [First, Second]);
        Assert.True((await Store.FinishPull(run, Whole)).Complete);
        Assert.Equal((null, null), ((await Store.Find("CHK-1"))!.Item.NotVisibleSince, (await Store.Find("CHK-2"))!.Item.RemovedAt));
        Assert.Equal(2, (await Stored()).Count);
    }

    [Fact]
    public async Task A_first_pull_that_was_killed_goes_on_from_its_own_cursor_and_misses_no_change_since()
    {
        var dying = await Store.BeginPull(Team, Key);
        await Census(dying, "c1", ("id-CHK-1", null), ("id-CHK-2", null));
        await Store.SaveItems(dying, new FetchedItems([First], []));

        var run = await Store.BeginPull(Team, Key);
        Assert.Equal(("c1", false), (run.Cursor, run.Full));

        // The first item moved after it was fetched, which the record tells from c1 on; the second was never fetched.
        await Census(run, "c2", ("id-CHK-1", "2"), ("id-CHK-2", null));
        Assert.Equal(["id-CHK-1", "id-CHK-2"], await Store.NextToFetch(run, 5));
    }

    [Fact]
    public async Task What_was_fetched_before_any_cursor_was_known_is_fetched_anew()
    {
        var dying = await Store.BeginPull(Team, Key);
        await Store.SaveCensusPage(dying, new CensusPage([new CensusEntry("id-CHK-1", null)], IsLast: false));
        await Store.SaveItems(dying, new FetchedItems([First], []));

        var run = await Store.BeginPull(Team, Key);
        Assert.Null(run.Cursor);
        await Census(run, "c1", ("id-CHK-1", null));

        Assert.Equal(["id-CHK-1"], await Store.NextToFetch(run, 5));
    }

    [Fact]
    public async Task A_second_listing_without_stamps_forgets_nothing_that_was_fetched_meanwhile()
    {
        var run = await Store.BeginPull(Team, Key);
        await Census(run, "c1", ("id-CHK-1", null));
        await FetchAll(Store, run, [First]);
        await Store.SaveCensusPage(run, new CensusPage([new CensusEntry("id-CHK-1", null)], true, "c2"), listing: 2);

        Assert.Empty(await Store.NextToFetch(run, 5));
        Assert.True((await Store.FinishPull(run, Whole)).Complete);
        Assert.Equal("c1", (await Store.BeginPull(Team, Key)).Cursor);
    }

    [Theory]
    [InlineData(true, "host, project CHK")]
    [InlineData(false, "another query")]
    public async Task A_full_pull_and_another_scope_begin_without_a_cursor(bool full, string scope)
    {
        await FirstPull();

        var run = await Store.BeginPull(Team, Key with { Scope = scope }, full);

        Assert.Equal((true, null), (run.Full, run.Cursor));
        await Census(run, "c9", ("id-CHK-1", null), ("id-CHK-2", null));
        Assert.Equal(2, (await Store.NextToFetch(run, 5)).Length);
    }

    private async Task FirstPull()
    {
        var run = await Store.BeginPull(Team, Key);
        await Census(run, "c1", ("id-CHK-1", null), ("id-CHK-2", null));
        await FetchAll(Store, run, [First, Second]);
        await Store.FinishPull(run, Whole);
    }

    private Task Census(PullRun run, string cursor, params (string Id, string? Stamp)[] entries) =>
        Store.SaveCensusPage(run, new CensusPage([.. entries.Select(e => new CensusEntry(e.Id, e.Stamp))], true, cursor));
}

public sealed class CursorTestsOnSqlite() : CursorTests(StorageEngine.Sqlite);

public sealed class CursorTestsOnPostgres() : CursorTests(StorageEngine.Postgres);
