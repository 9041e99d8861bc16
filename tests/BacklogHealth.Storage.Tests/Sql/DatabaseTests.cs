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

    [Fact]
    public async Task Each_row_has_its_own_values_whatever_it_shares_with_the_one_before()
    {
        var values = (from number in new long?[] { null, 0, 7 } from share in new double?[] { null, 0.5 } from text in new[] { null, "", "same", "other" } select (number, share, text)).ToList();
        var rows = (from first in values from second in values from row in new[] { first, second } select row).ToList();

        var stored = await Store.Database.Write(
            Team,
            async session =>
            {
                await session.Run("CREATE TABLE probe (place BIGINT, number BIGINT, share DOUBLE PRECISION, words TEXT)");
                using (var write = session.Insert("probe", "place", "number", "share", "words"))
                {
                    for (var i = 0; i < rows.Count; i++)
                    {
                        write.Add((long)i).Add(rows[i].number).Add(rows[i].share).Add(rows[i].text).End();
                    }
                }

                return await session.Query<(long? Number, double? Share, string? Words)>("SELECT number, share, words FROM probe ORDER BY place");
            },
            default);

        Assert.Equal(rows, stored);
    }
}

public sealed class DatabaseTestsOnSqlite() : DatabaseTests(StorageEngine.Sqlite);

public sealed class DatabaseTestsOnPostgres() : DatabaseTests(StorageEngine.Postgres);
