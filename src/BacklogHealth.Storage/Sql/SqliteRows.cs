using System.Text;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace BacklogHealth.Storage.Sql;

/// <summary>
/// Runs one statement for each row, straight on the engine: a pull writes millions of rows, and a command object costs more for each than the
/// engine itself. The engine keeps the values of a row until others take their places, so one that stays for the next row (the item of its changes,
/// their author, what is empty in all of them) is handed over once.
/// </summary>
internal sealed class SqliteRows : RowSink
{
    private static readonly object SomeNumber = new();
    private static readonly object SomethingElse = new();

    private readonly SQLitePCL.sqlite3 _database;
    private readonly SQLitePCL.sqlite3_stmt _statement;
    private readonly CancellationToken _cancellation;
    private readonly long[] _numbers;

    // What the engine holds in each place: a text, a number, something else, or nothing, as it does at first.
    private readonly object?[] _held;
    private byte[] _text = new byte[4096];
    private int _next;

    /// <summary>Prepares the statement, whose parameters are taken in the order in which they stand in it.</summary>
    public SqliteRows(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        _database = connection.Handle!;
        _cancellation = cancellation;
        Check(sqlite3_prepare_v2(_database, sql, out _statement));
        _held = new object?[sqlite3_bind_parameter_count(_statement)];
        _numbers = new long[_held.Length];
    }

    /// <inheritdoc/>
    public override RowSink Add(long? value)
    {
        if (value is not { } number)
        {
            return AddNothing();
        }

        if (_held[_next] == SomeNumber && _numbers[_next] == number)
        {
            return Stays();
        }

        _numbers[_next] = number;
        return Bound(sqlite3_bind_int64(_statement, _next + 1, number), SomeNumber);
    }

    /// <inheritdoc/>
    public override RowSink Add(double? value) => value is { } number ? Bound(sqlite3_bind_double(_statement, _next + 1, number), SomethingElse) : AddNothing();

    /// <inheritdoc/>
    public override RowSink Add(string? value)
    {
        if (value is null)
        {
            return AddNothing();
        }

        // The very same text, as repeated words are; to compare the characters of all others would cost what it saves.
        if (ReferenceEquals(_held[_next], value))
        {
            return Stays();
        }

        if (value.Length == 0)
        {
            return Bound(sqlite3_bind_text(_statement, _next + 1, ""), value);
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_text.Length < most)
        {
            _text = new byte[most];
        }

        return Bound(sqlite3_bind_text(_statement, _next + 1, _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text))), value);
    }

    /// <inheritdoc/>
    public override RowSink Add(byte[] value) =>
        Bound(value.Length == 0 ? sqlite3_bind_zeroblob(_statement, _next + 1, 0) : sqlite3_bind_blob(_statement, _next + 1, value), SomethingElse);

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

    private SqliteRows AddNothing() => _held[_next] is null ? Stays() : Bound(sqlite3_bind_null(_statement, _next + 1), null);

    private SqliteRows Stays()
    {
        _next++;
        return this;
    }

    private SqliteRows Bound(int result, object? held)
    {
        Check(result);
        _held[_next++] = held;
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
