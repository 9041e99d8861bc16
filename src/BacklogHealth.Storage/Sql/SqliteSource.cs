using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace BacklogHealth.Storage.Sql;

/// <summary>
/// Gives the rows of a query straight from the engine: a report goes through millions, and the driver's reader asks the engine thrice for each value.
/// </summary>
internal sealed class SqliteSource : RowSource
{
    private readonly SQLitePCL.sqlite3 _database;
    private readonly SQLitePCL.sqlite3_stmt _statement;
    private readonly CancellationToken _cancellation;
    private readonly RepeatedWords _words;

    /// <summary>Prepares the query.</summary>
    /// <param name="connection">The connection, with its transaction.</param>
    /// <param name="sql">The query; its parameters are written <c>@name</c>.</param>
    /// <param name="values">The parameters' values, whole numbers or texts: an object with a property for each, or a dictionary; null for none.</param>
    /// <param name="words">What repeats from one query of the session to the next.</param>
    /// <param name="cancellation">Stops it.</param>
    public SqliteSource(SqliteConnection connection, string sql, object? values, RepeatedWords words, CancellationToken cancellation)
    {
        _words = words;
        _database = connection.Handle!;
        _cancellation = cancellation;

        // A reader waits only where another process opens or closes the file for good; 0 is for as long as it takes, as the driver has it.
        _ = sqlite3_busy_timeout(_database, connection.DefaultTimeout is > 0 and < int.MaxValue / 1000 and var seconds ? seconds * 1000 : int.MaxValue);
        Check(sqlite3_prepare_v2(_database, sql, out _statement));
        foreach (var (name, value) in values as IReadOnlyDictionary<string, object?> ?? values?.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(values)) ?? [])
        {
            Bind(sqlite3_bind_parameter_index(_statement, "@" + name), value);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<bool> Next()
    {
        _cancellation.ThrowIfCancellationRequested();
        var result = sqlite3_step(_statement);
        if (result is not (SQLITE_ROW or SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }

        return new(result == SQLITE_ROW);
    }

    /// <inheritdoc/>
    public override long Number(int column) => sqlite3_column_int64(_statement, column);

    /// <inheritdoc/>
    public override string Text(int column) => _words.Of(sqlite3_column_blob(_statement, column));

    /// <inheritdoc/>
    public override long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    /// <inheritdoc/>
    public override double? FractionOrNull(int column) => IsNull(column) ? null : sqlite3_column_double(_statement, column);

    /// <inheritdoc/>
    public override string? TextOrNull(int column)
    {
        // Texts are kept as UTF-8, and read as the bytes that they are. An empty one looks like none.
        var text = sqlite3_column_blob(_statement, column);
        return !text.IsEmpty ? _words.Of(text) : IsNull(column) ? null : "";
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool IsNull(int column) => sqlite3_column_type(_statement, column) == SQLITE_NULL;

    private void Bind(int place, object? value)
    {
        // Not every query asks for all that it is given.
        if (place > 0)
        {
            Check(value switch
            {
                null => sqlite3_bind_null(_statement, place),
                string text => sqlite3_bind_text(_statement, place, text),
                long number => sqlite3_bind_int64(_statement, place, number),
                int number => sqlite3_bind_int64(_statement, place, number),
                _ => throw new ArgumentException($"A query takes whole numbers and texts; found {value.GetType()}.", nameof(value)),
            });
        }
    }

    private void Check(int result)
    {
        if (result != SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
