using System.Data.Common;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using Quartz;

namespace BacklogHealth.Jobs;

/// <summary>Where Quartz keeps the time: beside a SQLite database in a file of its own, since it locks the whole file for each strike; in PostgreSQL in tables that all nodes share.</summary>
internal sealed class ClockPlace
{
    private readonly StorageEngine _engine;

    private ClockPlace(StorageEngine engine, string connection) => (_engine, ConnectionString) = (engine, connection);

    /// <summary>The connection string, which may hold a password.</summary>
    public string ConnectionString { get; }

    /// <summary>The place beside a store.</summary>
    /// <exception cref="UserError">The password cannot be read.</exception>
    public static ClockPlace Beside(StorageSettings storage)
    {
        var connection = Secrets.ConnectionString(storage);
        if (storage.Engine == StorageEngine.Postgres)
        {
            return new ClockPlace(storage.Engine, connection);
        }

        var file = new DbConnectionStringBuilder { ConnectionString = connection };
        var path = (file.TryGetValue("Data Source", out var source) || file.TryGetValue("DataSource", out source) || file.TryGetValue("Filename", out source) ? source.ToString() : null) ?? "";
        return new ClockPlace(storage.Engine, new DbConnectionStringBuilder { ["Data Source"] = $"{Path.ChangeExtension(path, null)}-clock.db" }.ConnectionString);
    }

    /// <summary>Why the place cannot be used, as a sentence.</summary>
    public UserError Refused(Exception e)
    {
        var found = SecretText.Masked(e.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.'));
        return new UserError(
            ExitCode.Failed,
            _engine == StorageEngine.Postgres
                ? $"Clock tables in the database: they cannot be used ({found}). Expected a user who may make tables whose names begin with qrtz_, and write to them. Grant that, and start again."
                : $"Clock file {new DbConnectionStringBuilder { ConnectionString = ConnectionString }["Data Source"]}: it cannot be used ({found}). Expected a file beside the database that this program alone writes; it holds nothing but times, and is made anew where it is missing. Delete it, or make it and its folder writable, and start again.");
    }

    /// <summary>Tells Quartz.</summary>
    public void Configure(IPersistentStoreBuilder store)
    {
        store.ProvisionSchema();
        store.ConfigureStore(o => o.StoreJobDataAsStrings = true);
        if (_engine == StorageEngine.Postgres)
        {
            store.UsePostgres(ConnectionString);
            store.UseClustering(o => o.CheckinInterval = TimeSpan.FromSeconds(20));
        }
        else
        {
            store.UseSqlite(ConnectionString);
        }
    }
}
