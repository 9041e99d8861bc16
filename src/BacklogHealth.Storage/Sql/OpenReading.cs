namespace BacklogHealth.Storage.Sql;

/// <summary>A reading of one state of the database that goes on over several steps.</summary>
internal sealed class OpenReading(Database database, Session session) : IAsyncDisposable
{
    /// <summary>Does one step of the reading.</summary>
    public Task<T> Read<T>(Func<Session, Task<T>> step) => database.Told(() => step(session));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => session.DisposeAsync();
}
