using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Sql;

public abstract class DatabaseTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task A_stopped_import_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        IEnumerable<WorkItem> Items()
        {
            yield return A.WorkItem("CHK-1");
            stop.Cancel();
            yield return A.WorkItem("CHK-2");
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Import(Team, A.Profile, Items(), replace: false, cancellation: stop.Token));

        Assert.Empty(await Stored());
    }

    [Fact]
    public async Task A_page_that_fails_half_way_leaves_nothing_of_itself()
    {
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, Some(3));
        var broken = A.WorkItem("CHK-3") with { Comments = [new Comment("1", null, A.Time("2026-01-06"), null!)] };

        await Assert.ThrowsAnyAsync<Exception>(() => Store.SaveItems(run, new FetchedItems([A.WorkItem("CHK-1"), broken], [])));

        Assert.Empty(await Stored());
        Assert.Equal(3, (await Store.NextToFetch(run, 5)).Length);
    }

    [Fact]
    public async Task Those_who_write_to_the_same_team_wait_for_each_other_and_lose_nothing()
    {
        var stores = new[] { Store, await OpenAnother(), await OpenAnother() };

        await Task.WhenAll(Enumerable.Range(1, 12).Select(n => Task.Run(() => stores[n % 3].Import(
            Team, A.Profile, [A.WorkItem($"CHK-{n}") with { StateId = "77", OriginalState = "Parked" }], replace: false))));

        Assert.Equal(12, (await Stored()).Count);
        Assert.Equal(1, await Ask<long>("SELECT COUNT(*) FROM state WHERE id = '77'"));
    }

    [Fact]
    public async Task Texts_are_compared_by_their_characters_numbers_whatever_the_language_of_the_server()
    {
        string[] ids = ["a", "B", "ä", "Z", "_", "10", "9"];
        await Pull([.. ids.Select(id => A.WorkItem("CHK-1") with { Id = id, Key = id })]);

        Assert.Equal(["10", "9", "B", "Z", "_", "a", "ä"], await Keys());
    }
}

public sealed class DatabaseTestsOnSqlite() : DatabaseTests(StorageEngine.Sqlite);

public sealed class DatabaseTestsOnPostgres() : DatabaseTests(StorageEngine.Postgres);
