using System.Collections.Immutable;
using System.Text;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Copying;
using BacklogHealth.Storage.Tests.Items;
using BacklogHealth.Testing;
using CsCheck;
using Dapper;

namespace BacklogHealth.Storage.Tests.Copying;

public abstract class StoreCopyTests(StorageEngine engine) : StoreTest(engine)
{
    public static TheoryData<StorageEngine> Engines => [StorageEngine.Sqlite, StorageEngine.Postgres];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Everything_arrives_and_is_proven_by_counts_and_hashes(StorageEngine engine)
    {
        await Fill();
        var target = await Target(engine);
        var told = new List<CopiedRows>();

        var copied = await StoreCopy.Run(Store, target, new Told(told));

        Assert.Equal(StoredTable.All.Select(t => t.Name), copied.Select(t => t.Table));
        Assert.All(copied, t => Assert.True(t.Rows > 0, t.Table));
        Assert.Equal(copied.Select(t => new CopiedRows(t.Table, t.Rows)), told);
        Assert.Equal((await Stored()).Select(WorkItems.Told), (await Stored(target)).Select(WorkItems.Told));
        Assert.Contains((await target.History(Team)).SelectMany(h => h.States), s => s.Reset);
        Assert.Equal((await Store.History(Team)).SelectMany(h => h.States), (await target.History(Team)).SelectMany(h => h.States));
        Assert.Equal(await Store.DataState(Team), await target.DataState(Team));
        Assert.Equal(await Store.Teams(), await target.Teams());
        Assert.Equal("sent", Encoding.UTF8.GetString((await target.Payload(Team, "id-CHK-1"))!.Json.Span));
        Assert.Single(await target.Audit(Team));
        Assert.Equal(await Store.Dispatches.Of("weekly"), await target.Dispatches.Of("weekly"));
        Assert.Equal(await Store.Runs.Newest("sync", 9), await target.Runs.Newest("sync", 9));
        Assert.Equal(await Store.Models(Team), await target.Models(Team));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_copy_goes_on_as_the_original_would(StorageEngine engine)
    {
        await Fill();
        var target = await Target(engine);
        await StoreCopy.Run(Store, target);

        await target.SaveTeam(new StoredTeam("Search", "acme", "Jira Cloud, project SEA", "UTC", null));
        await target.Import("Search", A.Profile, Some(3), replace: false);
        await target.SaveModels(Team, [Model("rework", "{}")]);
        var run = await target.BeginPull(Team, Key);
        await List(target, run, Some(2));
        await FetchAll(target, run, Some(2));

        Assert.Equal((true, 0), ((await target.FinishPull(run, Whole)) is var r ? (r.Complete, r.Created) : default));
        Assert.Equal(3, (await target.History("Search")).Count);
        Assert.Equal(["cycle-time", "reopened", "rework"], (await target.Models(Team)).Select(m => m.Target));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task There_and_back_gives_the_same_hashes(StorageEngine engine)
    {
        await Fill();
        var (target, back) = (await Target(engine), await OpenAnother(Engine, await NewDatabase("back.db")));

        Assert.Equal(await StoreCopy.Run(Store, target), await StoreCopy.Run(target, back));
    }

    [Fact]
    public async Task A_database_that_holds_something_is_refused_and_left_as_it_is()
    {
        await Fill();
        var target = await Target(Engine);
        await target.SaveTeam(new StoredTeam("Search", "acme", "Jira Cloud, project SEA", "UTC", null));

        var error = await Assert.ThrowsAsync<StoreException>(() => StoreCopy.Run(Store, target));

        Assert.Equal(StoreFault.NotCopied, error.Fault);
        Assert.Equal(
            $"Database {target.Database.Name}: it is not empty (there are rows in its table team). Expected an empty one to copy into. Name another one.", error.Message);
        Assert.Equal("Search", Assert.Single(await target.Teams()).Name);
    }

    [Fact]
    public async Task A_copy_that_is_stopped_leaves_nothing()
    {
        await Fill();
        var target = await Target(Engine);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StoreCopy.Run(Store, target, new Stop(stop), stop.Token));

        Assert.Empty(await target.Teams());
        Assert.NotEmpty(await StoreCopy.Run(Store, target));
    }

    [Fact]
    public async Task No_table_is_forgotten()
    {
        var tables = await Store.Database.Bare(c => c.QueryAsync<string>(Store.Database.TablesSql), default);

        Assert.Equal(tables.Where(t => t != "VersionInfo").Order(StringComparer.Ordinal), StoredTable.All.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    // Something in every table, an unfinished pull too.
    private async Task Fill()
    {
        await Store.Dispatches.Prepare([new DispatchKey("weekly", "2026-03-02T07:00", "email", "po@acme.example")], Time.Now);
        await Store.Runs.Add(new RunKey("sync", "2026-03-02T07:00"), Time.Now);
        await Store.SaveModels(Team, [Model("cycle-time", "{}"), Model("reopened", null)]);
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, Some(3));
        await Store.SaveItems(run, new FetchedItems([.. Some(3)], [], [new ItemPayload("id-CHK-1", "sent"u8.ToArray())]));
        await Store.FinishPull(run, Whole);
        await Pull([.. Some(2)], removals: Removals.Accepted);
        var items = WorkItems.Any.Array[8].Single(all => all.Length == 8, "0000KOIPe036");
        await Store.Import(
            Team, A.Profile,
            [.. items.DistinctBy(i => i.Id), A.WorkItem("PAY-7").Moved("2026-01-20", A.Done).Changed("2026-02-01", FieldNames.Key, new("CHK-1"), new("PAY-7")).Moved("2026-02-01", A.ToDo) with { Comments = [new Comment("c", null, A.Time("2026-02-02"), A.Text("?"))] }],
            replace: false);
        await Store.SaveSnapshot(new Snapshot
        {
            Team = Team,
            AsOf = A.Time("2026-03-02"),
            MadeAt = A.Time("2026-03-02"),
            DataState = "state",
            SettingsHash = "settings",
            Version = "1",
            Items = [new SnapshotItem(new ItemScore("id-CHK-1", "CHK-1", 50, 60, "en", null, []), true, 1)],
            Forecasts = [new SnapshotForecast("how-many", "", "{}")],
            Measures = ImmutableSortedDictionary<string, double>.Empty.Add("runwayWeeks85", 1.6),
        });
        await Store.SaveQueryAnswer(Team, "labels = launch", new QueryAnswer(["id-CHK-1", "id-CHK-2"]));
        await Store.SaveQueryAnswer(Team, "labels = launch", new QueryAnswer(["id-CHK-2"]));
        await List(Store, await Store.BeginPull(Team, Key), Some(2));
    }

    private static KeptModel Model(string target, string? coefficients) => new(target, new DateOnly(2026, 3, 1), A.Time("2026-03-02"), "said", coefficients);

    private async Task<BacklogStore> Target(StorageEngine engine) => await OpenAnother(engine, await NewDatabase(engine, "copy.db"));

    private sealed class Told(List<CopiedRows> rows) : IProgress<CopiedRows>
    {
        public void Report(CopiedRows value) => rows.Add(value);
    }

    private sealed class Stop(CancellationTokenSource stop) : IProgress<CopiedRows>
    {
        public void Report(CopiedRows value)
        {
            if (value.Table == "item")
            {
                stop.Cancel();
            }
        }
    }
}

public sealed class StoreCopyTestsOnSqlite() : StoreCopyTests(StorageEngine.Sqlite);

public sealed class StoreCopyTestsOnPostgres() : StoreCopyTests(StorageEngine.Postgres);
