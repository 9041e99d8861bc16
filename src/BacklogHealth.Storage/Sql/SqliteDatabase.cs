using System.Data.Common;
using FluentMigrator.Runner;
using Microsoft.Data.Sqlite;

namespace BacklogHealth.Storage.Sql;

/// <summary>A database in a file.</summary>
internal sealed class SqliteDatabase : Database
{
    // With a write-ahead log this is as safe against a killed process, and a power cut loses the last pages at most, never the file.
    private const string Usual = "PRAGMA synchronous = NORMAL";

    // KiB of cache. Who writes a page of items touches more than the engine's own would hold; who reads goes along, and the system keeps the file in memory.
    private const int CacheToRead = 2048, CacheToWrite = 16384;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly TimeSpan _patience;

    /// <summary>Reads the connection string; opens nothing.</summary>
    /// <exception cref="StoreException">The connection string is none, or names no file.</exception>
    public SqliteDatabase(string connectionString)
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

        _patience = TimeSpan.FromSeconds(builder.DefaultTimeout);
        Name = builder.DataSource;
        ConnectionString = builder.ToString();
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Elsewhere => "Storage:ConnectionString to another file";

    /// <summary>The connection string with the settings that the store relies on.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public override string MigrationConnectionString => ConnectionString;

    /// <summary>Largest size of the file in pages; null for as large as the disk allows.</summary>
    public long? MaxPages { get; init; }

    /// <inheritdoc/>
    public override string TablesSql => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

    /// <inheritdoc/>
    public override Task Check(CancellationToken cancellation) =>
        Path.GetDirectoryName(Path.GetFullPath(Name)) is not { } folder || Directory.Exists(folder)
            ? Task.CompletedTask
            : throw new StoreException(
                StoreFault.Settings,
                $"Database {Name}: the folder {folder} is not there. Expected a folder that may be written. Make the folder, or set Storage:ConnectionString to another place.");

    /// <inheritdoc/>
    public override async Task<T> Alone<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        // A lock within the database would lock out the migrations themselves, which have connections of their own.
        using var held = await SqliteFileLock.Take(Name, cancellation);

        // Readers go on while one writes; the mode stays with the file. So does the size of its pages, once something is in it: items with their texts
        // and payloads fill pages of this size better than the engine's usual half, and are written with half the calls.
        await Bare(connection => Run(connection, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL", cancellation), cancellation);
        return await work();
    }

    /// <inheritdoc/>
    public override void Choose(IMigrationRunnerBuilder runner) => runner.AddSQLite();

    /// <inheritdoc/>
    public override StoreException? Tell(Exception error) => error is SqliteException sqlite ? SqliteFaults.Tell(sqlite, Name) : null;

    /// <inheritdoc/>
    public override void Dispose()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        _turn.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task<DbConnection> Connect(CancellationToken cancellation) => await Open(CacheToRead, cancellation);

    /// <inheritdoc/>
    protected override async Task<Session> ToRead(CancellationToken cancellation)
    {
        var connection = await Open(CacheToRead, cancellation);
        return new SqliteSession(connection, connection.BeginTransaction(deferred: true), cancellation);
    }

    // One writer at a time for the whole file, whatever the team. Those of this process wait here for their turn: the engine would have each of them
    // look again and again whether the file is free.
    /// <inheritdoc/>
    protected override async Task<Session> ToWrite(string team, CancellationToken cancellation)
    {
        var mine = await _turn.WaitAsync(_patience, cancellation);
        SqliteConnection? connection = null;
        try
        {
            connection = await Open(CacheToWrite, cancellation);
            return new SqliteSession(connection, connection.BeginTransaction(deferred: false), cancellation, mine ? () => _turn.Release() : null);
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            if (mine)
            {
                _turn.Release();
            }

            throw;
        }
    }

    private async Task<SqliteConnection> Open(int cache, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            var usual = FormattableString.Invariant($"{Usual}; PRAGMA cache_size = -{cache}");
            await Run(connection, MaxPages is { } pages ? FormattableString.Invariant($"{usual}; PRAGMA max_page_count = {pages}") : usual, cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<int> Run(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
