using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests;

/// <summary>A real database in a folder of its own, with the team Checkout.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    protected const string Team = "Checkout";

    protected static readonly PullKey Key = new("host, project CHK", "fields 1");

    protected static readonly PullEnd Whole = new() { ListingComplete = true };

    private readonly List<BacklogStore> _opened = [];

    protected TemporaryFolder Folder { get; } = new();

    protected FixedTime Time { get; } = new("2026-03-02 07:00");

    protected string File => Folder.File("backlog-health.db");

    protected BacklogStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
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

    protected async Task<BacklogStore> OpenAnother(string options = "")
    {
        var store = await BacklogStore.Open($"Data Source={File};{options}", Time);
        _opened.Add(store);
        return store;
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

    protected static async Task List(BacklogStore store, PullRun run, IReadOnlyList<WorkItem> tracker, int pageSize = 3)
    {
        foreach (var page in tracker.Chunk(pageSize))
        {
            await store.SaveCensusPage(run, new CensusPage([.. page.Select(i => new CensusEntry(i.Id, i.Stamp))], page[^1] == tracker[^1]));
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
