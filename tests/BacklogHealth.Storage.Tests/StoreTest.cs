using System.Collections.Immutable;
using System.Data.Common;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BacklogHealth.Storage.Tests;

/// <summary>
/// A real database for each test, with the team Checkout: a file in a folder of its own, or a database on a real server. Tests that hold for every
/// engine stand in an abstract class, and a sealed one for each engine runs them.
/// </summary>
public abstract class StoreTest(StorageEngine engine) : IAsyncLifetime
{
    protected const string Team = "Checkout";

    protected static readonly PullKey Key = new("host, project CHK", "fields 1");

    protected static readonly PullEnd Whole = new() { ListingComplete = true };

    private readonly List<BacklogStore> _opened = [];

    protected TemporaryFolder Folder { get; } = new();

    protected FixedTime Time { get; } = new("2026-03-02 07:00");

    protected string File => Folder.File("backlog-health.db");

    protected StorageEngine Engine => engine;

    /// <summary>How to connect to the test's database.</summary>
    protected string Connection { get; private set; } = "";

    protected BacklogStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Connection = await NewDatabase("backlog-health.db");
        Store = await OpenAnother();
        await Store.SaveTeam(new StoredTeam(Team, "acme", "Jira Cloud, project CHK", "Europe/Berlin", null));
        await Store.SaveProfile(Team, A.Profile);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await store.DisposeAsync();
        }

        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The test's database, opened once more, as another process does.</summary>
    protected Task<BacklogStore> OpenAnother(string options = "") => OpenAnother(engine, $"{Connection};{options}");

    /// <summary>Any database, closed at the end of the test.</summary>
    protected async Task<BacklogStore> OpenAnother(StorageEngine which, string connection)
    {
        var store = await BacklogStore.Open(which, connection, Time);
        _opened.Add(store);
        return store;
    }

    /// <summary>How to connect to a database that is not there yet, or holds nothing but empty tables.</summary>
    protected Task<string> NewDatabase(string name) => NewDatabase(engine, name);

    /// <summary>The same on another engine.</summary>
    protected async Task<string> NewDatabase(StorageEngine which, string name) =>
        which == StorageEngine.Postgres ? await PostgresForTests.NewDatabase() : $"Data Source={Folder.File(name)}";

    /// <summary>How to connect to a database without any tables.</summary>
    protected async Task<string> NewEmptyDatabase() =>
        engine == StorageEngine.Postgres ? await PostgresForTests.NewEmptyDatabase() : await NewDatabase("empty.db");

    /// <summary>Runs a statement beside the store and gives its first value.</summary>
    protected async Task<T?> Ask<T>(string sql, string? connectionString = null)
    {
        await using DbConnection connection = engine == StorageEngine.Postgres
            ? new NpgsqlConnection(connectionString ?? Connection)
            : new SqliteConnection((connectionString ?? Connection) + ";Pooling=False");
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    /// <summary>A whole pull of these items, in pages of <paramref name="pageSize"/>.</summary>
    protected async Task<PullResult> Pull(
        IReadOnlyList<WorkItem> tracker, PullKey? key = null, bool listingComplete = true, Removals removals = Removals.AfterTwoListings, int pageSize = 3)
    {
        var run = await Store.BeginPull(Team, key ?? Key);
        await List(Store, run, tracker, pageSize);
        await FetchAll(Store, run, tracker, pageSize);
        return await Store.FinishPull(run, new PullEnd { ListingComplete = listingComplete, Removals = removals });
    }

    /// <summary>Fetches everything that a pull still needs.</summary>
    protected static async Task FetchAll(BacklogStore store, PullRun run, IReadOnlyList<WorkItem> tracker, int pageSize = 3)
    {
        while (await store.NextToFetch(run, pageSize) is { IsEmpty: false } ids)
        {
            await store.SaveItems(run, Fetch(tracker, ids));
        }
    }

    protected static async Task List(BacklogStore store, PullRun run, IReadOnlyList<WorkItem> tracker, int pageSize = 3, int listing = 1)
    {
        foreach (var page in tracker.Chunk(pageSize))
        {
            await store.SaveCensusPage(run, new CensusPage([.. page.Select(i => new CensusEntry(i.Id, i.Stamp))], page[^1] == tracker[^1]), listing);
        }
    }

    protected static FetchedItems Fetch(IReadOnlyList<WorkItem> tracker, ImmutableArray<string> ids) =>
        new([.. tracker.Where(i => ids.Contains(i.Id))], []);

    protected static IReadOnlyList<WorkItem> Some(int count) => [.. Enumerable.Range(1, count).Select(n => A.WorkItem($"CHK-{n}"))];

    protected Task<IReadOnlyList<WorkItem>> Stored(ItemChoice choice = ItemChoice.All) => Stored(Store, choice);

    protected static async Task<IReadOnlyList<WorkItem>> Stored(BacklogStore store, ItemChoice choice = ItemChoice.All)
    {
        var items = new List<WorkItem>();
        await foreach (var past in store.Items(Team, null, choice))
        {
            items.Add(past.Item);
        }

        return items;
    }

    protected async Task<IReadOnlyList<string>> Keys(string? asOf = null, ItemChoice choice = ItemChoice.All, Workflow? workflow = null)
    {
        var keys = new List<string>();
        await foreach (var past in Store.Items(Team, asOf is null ? null : A.Time(asOf), choice, workflow))
        {
            keys.Add(past.Item.Key);
        }

        return keys;
    }
}
