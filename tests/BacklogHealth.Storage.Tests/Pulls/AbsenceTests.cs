using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Pulls;

public abstract class AbsenceTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task An_item_deleted_between_listing_and_fetching_is_no_gap_and_is_missing_from_then_on()
    {
        await Pull(Some(3));
        var result = await PullWith(Some(3), new UnavailableItem("id-CHK-3", "it is in the recycle bin", Absence.Deleted));

        Assert.Equal((true, 2, 2, 0), (result.Complete, result.InTracker, result.Stored, result.NotVisible));
        Assert.Empty(result.Problems);
        Assert.Equal(1, (await Pull([.. Some(2)])).Removed);
    }

    [Fact]
    public async Task A_new_item_that_was_deleted_before_it_was_fetched_is_not_stored()
    {
        var result = await PullWith(Some(2), new UnavailableItem("id-CHK-2", "gone", Absence.Deleted));

        Assert.Equal((true, 1), (result.Complete, result.InTracker));
        Assert.Single(await Stored());
    }

    [Theory]
    [InlineData(Absence.Unknown)]
    [InlineData(Absence.Forbidden)]
    public async Task An_item_that_is_listed_and_refused_is_not_visible_since_and_counted_until_it_comes_back(Absence absence)
    {
        await Pull(Some(2));
        var result = await PullWith(Some(2), new UnavailableItem("id-CHK-2", "403", absence));

        Assert.Equal((false, 1, 1, 2, 1), (result.Complete, result.NotVisible, result.Refused, result.InTracker, result.Stored));
        Assert.Equal(A.Time("2026-03-02 07:00"), (await Store.Find("CHK-2"))!.Item.NotVisibleSince);
        Time.Now = A.Time("2026-03-03 07:00");
        Assert.Equal(1, (await PullWith(Some(2), new UnavailableItem("id-CHK-2", "403", absence))).NotVisible);
        Assert.Equal(A.Time("2026-03-02 07:00"), (await Store.Find("CHK-2"))!.Item.NotVisibleSince);

        var back = await Pull(Some(2));

        Assert.Equal((true, 0, 1), (back.Complete, back.NotVisible, back.Fetched));
    }

    [Fact]
    public async Task A_removed_item_that_is_listed_again_and_refused_is_there_and_not_visible()
    {
        await Pull(Some(2));
        await Pull([.. Some(1)], removals: Removals.Accepted);

        var result = await PullWith(Some(2), new UnavailableItem("id-CHK-2", "403", Absence.Forbidden));

        var item = (await Store.Find("CHK-2"))!.Item;
        Assert.Equal((1, null, A.Time("2026-03-02 07:00")), (result.NotVisible, item.RemovedAt, item.NotVisibleSince));
    }

    [Fact]
    public async Task An_item_that_cannot_be_read_stands_as_it_was_is_told_and_is_tried_again()
    {
        await Pull(Some(2));
        var changed = Some(2).Select(i => i.Moved("2026-02-01", A.InProgress)).ToList();

        var result = await PullWith(changed, new UnavailableItem("id-CHK-2", "its answer has 52 MB", Absence.Unreadable));

        Assert.Equal((false, 0, 0, 1, 2, 1), (result.Complete, result.NotVisible, result.Refused, result.Unreadable, result.InTracker, result.Stored));
        Assert.Equal(
            ["Team Checkout, item CHK-2: what the tracker sent cannot be read (its answer has 52 MB). Expected an item with all its parts. It stands as it was, and the next sync tries again; mend it in the tracker, or take it out of the query."],
            result.Problems);
        Assert.Equal("To Do", (await Store.Find("CHK-2"))!.Item.OriginalState);
        Assert.Equal(2, (await Keys(choice: ItemChoice.Open)).Count);
        Assert.Equal((true, 1), ((await Pull(changed)) is var next ? (next.Complete, next.Fetched) : default));
    }

    [Fact]
    public async Task What_a_person_cannot_see_any_more_is_marked_and_neither_removed_nor_finished()
    {
        await Pull(Some(4));
        for (var i = 0; i < 3; i++)
        {
            var run = await Store.BeginPull(Team, Key);
            await List(Store, run, Some(2));
            var result = await Store.FinishPull(run, i == 0 ? Whole with { NotVisible = ["id-CHK-3", "id-CHK-4", "id-unknown"] } : Whole);
            Assert.Equal((true, 2, 0), (result.Complete, result.NotVisible, result.Removed));
        }

        Assert.Equal(A.Time("2026-03-02 07:00"), (await Store.Find("CHK-4"))!.Item.NotVisibleSince);
        Assert.Null((await Store.Find("CHK-4"))!.Item.RemovedAt);
        Assert.Equal(["CHK-1", "CHK-2"], await Keys(choice: ItemChoice.Open));
        Assert.Equal(2, (await Pull(Some(4))).Fetched);
        Assert.Equal(4, (await Keys(choice: ItemChoice.Open)).Count);
    }

    [Fact]
    public async Task What_did_not_come_and_was_not_listed_changes_nothing()
    {
        await Pull(Some(2));
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. Some(1)]);

        await Store.SaveItems(run, new FetchedItems([], [new UnavailableItem("id-CHK-2", "404")]));

        Assert.Null((await Store.Find("CHK-2"))!.Item.NotVisibleSince);
    }

    private async Task<PullResult> PullWith(IReadOnlyList<WorkItem> tracker, UnavailableItem absent)
    {
        var run = await Store.BeginPull(Team, Key, full: true);
        await List(Store, run, tracker);
        await Store.SaveItems(run, new FetchedItems([.. tracker.Where(i => i.Id != absent.Id)], [absent]));
        Assert.Empty(await Store.NextToFetch(run, 5));
        return await Store.FinishPull(run, Whole);
    }
}

public sealed class AbsenceTestsOnSqlite() : AbsenceTests(StorageEngine.Sqlite);

public sealed class AbsenceTestsOnPostgres() : AbsenceTests(StorageEngine.Postgres);
