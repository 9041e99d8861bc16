using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using FluentMigrator.Runner;
using Npgsql;

namespace BacklogHealth.Storage.Sql;

/// <summary>A database on a PostgreSQL server, in its schema "public".</summary>
internal sealed class PostgresDatabase : Database
{
    /// <summary>The oldest server version that everything was tried on.</summary>
    private const int Oldest = 13;

    /// <summary>An interactive command is to say within ten seconds that a host does not answer.</summary>
    private const int ConnectSeconds = 8;

    /// <summary>A comparison of millions of items takes its time; without a limit of its own a statement would be given up after half a minute.</summary>
    private const int StatementSeconds = 1_800;

    /// <summary>Numbers of advisory locks, first of two parts: any, but nobody else's.</summary>
    private const int LockOfTeams = 0x62_68_74;

    private const int LockOfMigrations = 0x62_68_6d;

    private static readonly NpgsqlConnectionStringBuilder Usual = new();

    private readonly NpgsqlDataSource _source;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _types = new(StringComparer.Ordinal);

    /// <summary>Reads the connection string; opens nothing.</summary>
    /// <exception cref="StoreException">The connection string is none, or names no host or no database.</exception>
    public PostgresDatabase(string connectionString)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new StoreException(
                StoreFault.Settings,
                $"Storage:ConnectionString: found a text that cannot be read as one ({error.Message}). Expected, for example, Host=db.example;Database=backlog;Username=backlog;Password=…. Mend the setting, or set Storage:Provider to Sqlite.",
                error);
        }

        if (string.IsNullOrWhiteSpace(builder.Host) || string.IsNullOrWhiteSpace(builder.Database))
        {
            throw new StoreException(
                StoreFault.Settings,
                "Storage:ConnectionString: it names no host or no database. Expected, for example, Host=db.example;Database=backlog;Username=backlog;Password=…. Mend the setting.");
        }

        builder.Timeout = builder.Timeout == Usual.Timeout ? ConnectSeconds : builder.Timeout;
        builder.CommandTimeout = builder.CommandTimeout == Usual.CommandTimeout ? StatementSeconds : builder.CommandTimeout;
        builder.ApplicationName ??= "BacklogHealth";
        Name = FormattableString.Invariant($"{builder.Database} on {builder.Host}:{builder.Port}");
        ConnectionString = builder.ToString();
        _source = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Elsewhere => "Storage:ConnectionString to another database";

    /// <summary>The connection string with the settings that the store relies on.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public override string MigrationConnectionString => new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString();

    /// <summary>The oldest server version that is taken.</summary>
    public int OldestServer { get; init; } = Oldest;

    /// <summary>How long a writer waits for another one of the same team.</summary>
    public TimeSpan WaitFor { get; init; } = TimeSpan.FromSeconds(WaitSeconds);

    /// <inheritdoc/>
    public override string TablesSql => "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";

    /// <inheritdoc/>
    public override async Task Check(CancellationToken cancellation)
    {
        var version = await Bare(c => Task.FromResult(((NpgsqlConnection)c).PostgreSqlVersion), cancellation);
        if (version.Major < OldestServer)
        {
            throw new StoreException(
                StoreFault.TooOld,
                FormattableString.Invariant($"Database {Name}: the server is PostgreSQL {version}. Expected version {OldestServer} or newer. Update the server, or set Storage:ConnectionString to another one."));
        }
    }

    /// <inheritdoc/>
    public override Task<T> Alone<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        Bare(
            async connection =>
            {
                // Released with its transaction, whatever happens to this process.
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                await using var command = connection.CreateCommand();
                command.CommandText = FormattableString.Invariant($"SELECT pg_advisory_xact_lock({LockOfMigrations}, 0)");
                await command.ExecuteNonQueryAsync(cancellation);
                return await work();
            },
            cancellation);

    /// <inheritdoc/>
    public override void Choose(IMigrationRunnerBuilder runner) => runner.AddPostgres15_0();

    /// <inheritdoc/>
    public override StoreException? Tell(Exception error) => PostgresFaults.Tell(error, Name);

    /// <inheritdoc/>
    public override void Dispose() => _source.Dispose();

    /// <summary>The types of a table's columns.</summary>
    public IReadOnlyDictionary<string, string> TypesOf(string table, NpgsqlConnection connection) =>
        _types.GetOrAdd(table, static (name, c) => PostgresRows.TypesOf(name, c), connection);

    /// <inheritdoc/>
    protected override async Task<DbConnection> Connect(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    /// <inheritdoc/>
    protected override async Task<Session> ToRead(CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        return new PostgresSession(this, connection, await Begin(connection, IsolationLevel.RepeatableRead, cancellation), cancellation);
    }

    // Those who write to the same team wait for each other; each then sees what the one before it wrote.
    /// <inheritdoc/>
    protected override async Task<Session> ToWrite(string team, CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        var session = new PostgresSession(this, connection, await Begin(connection, IsolationLevel.ReadCommitted, cancellation), cancellation);
        try
        {
            await session.Run(
                FormattableString.Invariant($"SET LOCAL lock_timeout = {(int)WaitFor.TotalMilliseconds}; SELECT pg_advisory_xact_lock({LockOfTeams}, hashtext(@team))"), new { team = CleanText.Of(team) });
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static async Task<NpgsqlTransaction> Begin(NpgsqlConnection connection, IsolationLevel level, CancellationToken cancellation)
    {
        try
        {
            return await connection.BeginTransactionAsync(level, cancellation);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
