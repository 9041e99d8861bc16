using Microsoft.Data.Sqlite;

namespace BacklogHealth.Storage.Sql;

/// <summary>What SQLite does in its own way.</summary>
internal sealed class SqliteSession(SqliteConnection connection, SqliteTransaction transaction, CancellationToken cancellation, Action? closed = null)
    : Session(connection, transaction, cancellation)
{
    private RepeatedWords? _words;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        closed?.Invoke();
    }

    /// <inheritdoc/>
    public override RowSink Statement(string sql, params IReadOnlyList<string> names) => new SqliteRows(connection, sql, Cancellation);

    /// <inheritdoc/>
    public override RowSink Insert(string table, params IReadOnlyList<string> columns) =>
        Statement($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})", columns);

    /// <inheritdoc/>
    public override Task<RowSource> Rows(string sql, object? values = null) => Task.FromResult<RowSource>(new SqliteSource(connection, sql, values, _words ??= new(), Cancellation));

    // One writer at a time: the next numbers are free until this transaction ends.
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<long>> NewNumbers(string table, int count)
    {
        var last = await First<long>("SELECT seq FROM sqlite_sequence WHERE name = @table", new { table });
        return [.. Enumerable.Range(1, count).Select(n => last + n)];
    }

    // It plans by its indexes alone.
    /// <inheritdoc/>
    public override Task Study(string table) => Task.CompletedTask;

    // The engine itself remembers the highest number.
    /// <inheritdoc/>
    public override Task ContinueNumbers(string table) => Task.CompletedTask;

    /// <inheritdoc/>
    public override string In(string name) => $"IN (SELECT value FROM json_each(@{name}))";

    /// <inheritdoc/>
    public override string InNumbers(string name) => In(name);

    // There is one writer, and nobody else has taken anything.
    /// <inheritdoc/>
    public override string SkipLocked => "";

    public override string ForShare => "";
}
