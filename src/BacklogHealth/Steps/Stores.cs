using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>Opens the store that settings name.</summary>
internal static class Stores
{
    /// <summary>The store.</summary>
    /// <exception cref="UserError">The password cannot be read.</exception>
    /// <exception cref="StoreException">The database cannot be opened.</exception>
    public static async Task<BacklogStore> Open(StorageSettings storage, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var connection = Secrets.ConnectionString(storage);
        try
        {
            return await BacklogStore.Open(storage.Engine, connection, time, cancellation);
        }
        catch (StoreException e)
        {
            // The store knows one place where its database is named; the person at the keyboard may have named it in another.
            var mend = e.Fault == StoreFault.Refused && storage.PasswordFile.Length > 0 ? $"{storage.Setting} or {storage.PasswordSetting}" : storage.Setting;
            throw new StoreException(e.Fault, e.Message.Replace(StorageSettings.UsualSetting, mend, StringComparison.Ordinal), e.InnerException);
        }
    }
}
