using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>Opens the store that settings name.</summary>
internal static class Stores
{
    /// <summary>The store.</summary>
    /// <exception cref="UserError">The password cannot be read.</exception>
    /// <exception cref="StoreException">The database cannot be opened.</exception>
    public static Task<BacklogStore> Open(StorageSettings storage, TimeProvider time, CancellationToken cancellation) =>
        BacklogStore.Open(storage.Engine, Secrets.ConnectionString(storage), time, cancellation);
}
