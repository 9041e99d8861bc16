using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace BacklogHealth.Storage.Sql;

/// <summary>
/// The file and how it is opened. Work is done in one transaction each: it is there whole afterwards, or not at all. Errors of the engine leave
/// as <see cref="StoreException"/>.
/// </summary>
internal sealed class Database
{
    private const int WaitSeconds = 10;

    private readonly string _connectionString;

    /// <summary>Reads the connection string; opens nothing.</summary>
    /// <exception cref="StoreException">The connection string is none, or names no file.</exception>
    public Database(string connectionString)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new StoreException(
                StoreFault.Settings,
                $"Storage:ConnectionString: found a text that cannot be read as one ({error.Message}). Expected, for example, Data Source=backlog-health.db. Mend the setting.",
                error);
        }

        if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
        {
            throw new StoreException(
                StoreFault.Settings,
                "Storage:ConnectionString: it names no file. Expected, for example, Data Source=backlog-health.db. Mend the setting.");
        }

        builder.ForeignKeys = true;
        if (builder.DefaultTimeout == new SqliteConnectionStringBuilder().DefaultTimeout)
        {
            builder.DefaultTimeout = WaitSeconds;
        }

        File = builder.DataSource;
        _connectionString = builder.ToString();
    }

    /// <summary>Path of the file, as set.</summary>
    public string File { get; }

    /// <summary>The connection string with the settings that the store relies on.</summary>
    public string ConnectionString => _connectionString;

    /// <summary>Largest size of the file in pages; null for as large as the disk allows.</summary>
    public long? MaxPages { get; init; }

    /// <summary>Does work that only reads; all of it sees one state of the database.</summary>
    public Task<T> Read<T>(Func<Session, Task<T>> work, CancellationToken cancellation) =>
        Told(async () =>
        {
            await using var connection = await Connect(cancellation);
            await using var transaction = connection.BeginTransaction(deferred: true);
            return await work(new SqliteSession(connection, transaction, cancellation));
        });

    /// <summary>Does work that writes; nothing of it stays where it fails.</summary>
    public Task<T> Write<T>(Func<Session, Task<T>> work, CancellationToken cancellation) =>
        Told(async () =>
        {
            await using var connection = await Connect(cancellation);
            await using var transaction = connection.BeginTransaction(deferred: false);
            var result = await work(new SqliteSession(connection, transaction, cancellation));
            await transaction.CommitAsync(cancellation);
            return result;
        });

    /// <summary>Does work that writes and gives nothing back.</summary>
    public Task Write(Func<Session, Task> work, CancellationToken cancellation) =>
        Write(
            async session =>
            {
                await work(session);
                return true;
            },
            cancellation);

    /// <summary>Does work outside a transaction of the store's.</summary>
    public Task<T> Bare<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation) =>
        Told(async () =>
        {
            await using var connection = await Connect(cancellation);
            return await work(connection);
        });

    /// <summary>A transaction that stays open over several readings.</summary>
    public Task<OpenReading> BeginReading(CancellationToken cancellation) =>
        Told(async () =>
        {
            var connection = await Connect(cancellation);
            return new OpenReading(this, connection, connection.BeginTransaction(deferred: true), cancellation);
        });

    /// <summary>Does something and tells errors of the engine as the store's.</summary>
    public async Task<T> Told<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException error)
        {
            var told = SqliteFaults.Tell(error, File);
            if (ReferenceEquals(told, error))
            {
                throw;
            }

            throw told;
        }
    }

    /// <summary>Closes what is kept open for reuse, so that the file is free.</summary>
    public void Release()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task<SqliteConnection> Connect(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            if (MaxPages is { } pages)
            {
                await using var limit = connection.CreateCommand();
                limit.CommandText = FormattableString.Invariant($"PRAGMA max_page_count = {pages}");
                await limit.ExecuteNonQueryAsync(cancellation);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
