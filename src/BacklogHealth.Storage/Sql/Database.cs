using System.Data.Common;
using FluentMigrator.Runner;

namespace BacklogHealth.Storage.Sql;

/// <summary>
/// The database and how it is opened. Work is done in one transaction each: it is there whole afterwards, or not at all. Errors of the engine leave
/// as <see cref="StoreException"/>. What engines do differently is abstract here and in <see cref="Session"/>, and nowhere else.
/// </summary>
internal abstract class Database : IDisposable
{
    /// <summary>How long a writer waits for another one.</summary>
    protected const int WaitSeconds = 10;

    private Func<Session, Task>? _fence;

    /// <summary>What it is called where people read it: a path, or a name and its server. Never with a password.</summary>
    public abstract string Name { get; }

    /// <summary>Which setting names another database, as the end of a sentence after "set".</summary>
    public abstract string Elsewhere { get; }

    /// <summary>The connection string for migrations, which open a connection of their own: it leaves none behind.</summary>
    public abstract string MigrationConnectionString { get; }

    /// <summary>The database that a setting names; opens nothing.</summary>
    /// <exception cref="StoreException">The connection string is none, or names no database.</exception>
    public static Database Of(StorageEngine engine, string connectionString) =>
        engine == StorageEngine.Postgres ? new PostgresDatabase(connectionString) : new SqliteDatabase(connectionString);

    /// <summary>The same database, where whatever writes asks first whether it still may, in the same transaction. Closed with this one.</summary>
    /// <param name="fence">Throws where it may not.</param>
    public Database Behind(Func<Session, Task> fence)
    {
        var same = (Database)MemberwiseClone();
        same._fence = fence;
        return same;
    }

    /// <summary>Does work that only reads; all of it sees one state of the database.</summary>
    public Task<T> Read<T>(Func<Session, Task<T>> work, CancellationToken cancellation) =>
        Told(async () =>
        {
            await using var session = await ToRead(cancellation);
            return await work(session);
        });

    /// <summary>Does work that writes to a team, one after the other; nothing of it stays where it fails.</summary>
    public Task<T> Write<T>(string team, Func<Session, Task<T>> work, CancellationToken cancellation) =>
        Told(async () =>
        {
            await using var session = await ToWrite(team, cancellation);
            if (_fence is not null)
            {
                await _fence(session);
            }

            var result = await work(session);
            await session.Commit();
            return result;
        });

    /// <summary>Does work that writes and gives nothing back.</summary>
    public Task Write(string team, Func<Session, Task> work, CancellationToken cancellation) =>
        Write(
            team,
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
    public Task<OpenReading> BeginReading(CancellationToken cancellation) => Told(async () => new OpenReading(this, await ToRead(cancellation)));

    /// <summary>Does something and tells errors of the engine as the store's.</summary>
    public async Task<T> Told<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException error)
        {
            if (Tell(error) is { } told)
            {
                throw told;
            }

            throw;
        }
    }

    /// <summary>Looks whether the database can be there at all, before it is made.</summary>
    public abstract Task Check(CancellationToken cancellation);

    /// <summary>Statement for the names of all tables, in any order.</summary>
    public abstract string TablesSql { get; }

    /// <summary>Does something that no other process does to this database at the same time: the others wait.</summary>
    public abstract Task<T> Alone<T>(Func<Task<T>> work, CancellationToken cancellation);

    /// <summary>Chooses the engine for migrations.</summary>
    public abstract void Choose(IMigrationRunnerBuilder runner);

    /// <summary>An error of the engine as the store tells it; null for one that is none of the database's.</summary>
    public abstract StoreException? Tell(Exception error);

    /// <summary>Closes what is kept open for reuse.</summary>
    public abstract void Dispose();

    /// <summary>Opens a connection.</summary>
    protected abstract Task<DbConnection> Connect(CancellationToken cancellation);

    /// <summary>Opens a transaction that sees one state of the database.</summary>
    protected abstract Task<Session> ToRead(CancellationToken cancellation);

    /// <summary>Opens a transaction that writes to a team, when nobody else does.</summary>
    protected abstract Task<Session> ToWrite(string team, CancellationToken cancellation);
}
