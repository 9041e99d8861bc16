using System.Text;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace BacklogHealth.Storage.Sql;

/// <summary>
/// Runs one statement for each row, straight on the engine: a pull writes millions of rows, and a command object costs more for each than the
/// engine itself.
/// </summary>
internal sealed class SqliteRows : RowSink
{
    private readonly SQLitePCL.sqlite3 _database;
    private readonly SQLitePCL.sqlite3_stmt _statement;
    private readonly CancellationToken _cancellation;
    private byte[] _text = new byte[4096];
    private int _next;

    /// <summary>Prepares the statement, whose parameters are taken in the order in which they stand in it.</summary>
    public SqliteRows(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        _database = connection.Handle!;
        _cancellation = cancellation;
        Check(sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <inheritdoc/>
    public override RowSink Add(long? value) => Bound(value is { } number ? sqlite3_bind_int64(_statement, ++_next, number) : sqlite3_bind_null(_statement, ++_next));

    /// <inheritdoc/>
    public override RowSink Add(double? value) => Bound(value is { } number ? sqlite3_bind_double(_statement, ++_next, number) : sqlite3_bind_null(_statement, ++_next));

    /// <inheritdoc/>
    public override RowSink Add(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return Bound(value is null ? sqlite3_bind_null(_statement, ++_next) : sqlite3_bind_text(_statement, ++_next, ""));
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_text.Length < most)
        {
            _text = new byte[most];
        }

        return Bound(sqlite3_bind_text(_statement, ++_next, _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text))));
    }

    /// <inheritdoc/>
    public override RowSink Add(byte[] value) =>
        Bound(value.Length == 0 ? sqlite3_bind_zeroblob(_statement, ++_next, 0) : sqlite3_bind_blob(_statement, ++_next, value));

    /// <inheritdoc/>
    public override void End()
    {
        _cancellation.ThrowIfCancellationRequested();
        _next = 0;
        var result = sqlite3_step(_statement);
        _ = sqlite3_reset(_statement);
        if (result is not (SQLITE_DONE or SQLITE_ROW))
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => _statement.Dispose();

    private SqliteRows Bound(int result)
    {
        Check(result);
        return this;
    }

    private void Check(int result)
    {
        if (result != SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
