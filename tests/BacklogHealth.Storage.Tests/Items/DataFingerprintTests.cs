using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Items;

public abstract class DataFingerprintTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task The_same_items_in_any_order_and_at_any_time_have_the_same_state()
    {
        var items = Some(4);
        await Pull(items);
        var state = await Store.DataState(Team);
        Time.Now = A.Time("2027-01-01");

        await Store.Import(Team, A.Profile, items.Reverse(), replace: true);

        Assert.Equal(state, await Store.DataState(Team));
        Assert.Matches("^[0-9a-f]{16}$", state);
    }

    [Fact]
    public async Task Anything_that_a_report_may_show_changes_the_state()
    {
        var item = A.WorkItem("CHK-1");
        var states = new List<string> { await Store.DataState(Team) };
        foreach (var variant in (IReadOnlyList<WorkItem>)[
            item, item with { Title = "Other" }, item with { Description = A.Text("Other") }, item with { StateId = "2" }, item with { OriginalState = "Two" },
            item with { Comments = [new Comment("1", null, item.Created, A.Text("?"))] }, item.Moved("2026-01-06", A.Done), item with { RemovedAt = item.Updated },
            item with { NotVisibleSince = item.Updated }, item with { Labels = ["a", "b"] }, item with { Labels = ["a b"] }, item with { Flagged = true },
            item with { Team = "A" }, item with { RemoteLinks = ["A"] }, item with { ReadingNotes = ["A"] }, item with { AuthorId = "A" }])
        {
            await Store.Import(Team, A.Profile, [variant], replace: true);
            states.Add(await Store.DataState(Team));
        }

        await Store.SaveProfile(Team, A.Profile with { Sprints = [new Sprint("1", "Sprint 1", null, SprintPhase.Active, null, null, null)] });
        states.Add(await Store.DataState(Team));

        Assert.Equal(states.Count, states.Distinct().Count());
    }

    [Fact]
    public async Task What_an_item_does_not_say_leaves_its_hash_as_it_was_before_it_could_be_said()
    {
        await Store.Import(Team, A.Profile, [A.WorkItem("CHK-1").Moved("2026-01-06", A.Done) with { StoryPoints = 2.5, Labels = ["a"] }], replace: true);

        Assert.Equal("55d529dadc21e32e4ee5782fce6ccea9", await Ask<string>("SELECT content FROM item"));
        Assert.Equal("2f1b871ae4871406", await Store.DataState(Team));
    }
}

public sealed class DataFingerprintTestsOnSqlite() : DataFingerprintTests(StorageEngine.Sqlite);

public sealed class DataFingerprintTestsOnPostgres() : DataFingerprintTests(StorageEngine.Postgres);
