using Microsoft.Data.Sqlite;

namespace BacklogHealth.Storage.Sql;

/// <summary>A reading of one state of the database that goes on over several steps.</summary>
internal sealed class OpenReading(Database database, SqliteConnection connection, SqliteTransaction transaction, CancellationToken cancellation) : IAsyncDisposable
{
    private readonly SqliteSession _session = new(connection, transaction, cancellation);

    /// <summary>Does one step of the reading.</summary>
    public Task<T> Read<T>(Func<Session, Task<T>> step) => database.Told(() => step(_session));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
