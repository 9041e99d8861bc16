using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;
using CsCheck;

namespace BacklogHealth.Storage.Tests.Items;

public abstract class HistoryReaderTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task The_compact_rows_are_those_of_the_whole_items()
    {
        await WorkItems.Any.Array[1, 6].SampleAsync(
            async items =>
            {
                var distinct = items.DistinctBy(i => i.Id).ToList();
                await Store.Import(Team, A.Profile, distinct, replace: true);
                var expected = distinct.OrderBy(i => i.Created).ThenBy(i => i.Id, StringComparer.Ordinal).Select(ItemHistories.Of);
                Assert.Equal(expected.Select(Told), (await Store.History(Team)).Select(Told));
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public async Task States_lie_in_order_from_the_one_of_creation()
    {
        await Pull([A.WorkItem("CHK-1").Moved("2026-01-07", A.InProgress).Moved("2026-01-09", A.Done) with { Resolution = "Won't do" }]);

        var history = Assert.Single(await Store.History(Team));

        Assert.Equal(
            [new StateEntry(A.Time("2026-01-05 09:00"), "1", "To Do"), new StateEntry(A.Time("2026-01-07"), "2", "In Progress"), new StateEntry(A.Time("2026-01-09"), "3", "Done")],
            history.States);
        Assert.True(history.Discarded);
        Assert.True(history.Complete);
    }

    [Fact]
    public async Task A_reset_is_kept()
    {
        await Pull([A.WorkItem("CHK-1").Moved("2026-01-07", A.Done).Changed("2026-01-09", FieldNames.Project, new("Old"), new("New")).Moved("2026-01-09", A.ToDo).Moved("2026-01-10", A.Done)]);

        Assert.Equal([false, false, true, false], Assert.Single(await Store.History(Team)).States.Select(s => s.Reset));
    }

    [Fact]
    public async Task Words_that_repeat_are_held_once()
    {
        await Pull([.. Some(2).Select(i => i with { ParentId = new string("epic") })]);

        var rows = await Store.History(Team);

        Assert.Same(rows[0].States[0].StateName, rows[1].States[0].StateName);
        Assert.Same(rows[0].ParentId, rows[1].ParentId);
    }

    [Fact]
    public async Task Teams_do_not_see_each_others_items()
    {
        await Store.SaveTeam(new StoredTeam("Search", "acme", "Jira Cloud, project SEA", "UTC", null));
        await Pull(Some(2));
        await Store.Import("Search", A.Profile, [A.WorkItem("CHK-1", "The same id in another scope")], replace: true);

        Assert.Equal(2, (await Store.History(Team)).Count);
        Assert.Single(await Store.History("Search"));
    }

    private static string Told(ItemHistory h) =>
        $"{h.Id} {h.Key} {h.Kind} {h.ParentId ?? "-"} {h.StoryPoints:R} {h.Created:O} {h.Gone:O} {h.Discarded} {h.Complete} {string.Join(',', h.States.Select(s => $"{s.At:O}={s.StateId}={s.StateName}={s.Reset}"))}";
}

public sealed class HistoryReaderTestsOnSqlite() : HistoryReaderTests(StorageEngine.Sqlite);

public sealed class HistoryReaderTestsOnPostgres() : HistoryReaderTests(StorageEngine.Postgres);
