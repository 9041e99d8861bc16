using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Pulls;

/// <summary>A second database, opened as often as wanted and closed at the end.</summary>
internal sealed class OtherStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<BacklogStore> _opened = [];

    public async Task<BacklogStore> Open(TimeProvider time)
    {
        var store = await BacklogStore.Open($"Data Source={_folder.File("other.db")}", time);
        if (_opened.Count == 0)
        {
            await store.SaveTeam(new StoredTeam("Checkout", "acme", "Jira Cloud, project CHK", "Europe/Berlin", null));
            await store.SaveProfile("Checkout", A.Profile);
        }

        _opened.Add(store);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await store.DisposeAsync();
        }

        _folder.Dispose();
    }
}
