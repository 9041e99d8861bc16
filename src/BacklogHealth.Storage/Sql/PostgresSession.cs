using Npgsql;

namespace BacklogHealth.Storage.Sql;

/// <summary>What PostgreSQL does in its own way.</summary>
internal sealed class PostgresSession(PostgresDatabase database, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    : Session(connection, transaction, cancellation)
{
    /// <inheritdoc/>
    public override RowSink Statement(string sql, params IReadOnlyList<string> names)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var name in names)
        {
            command.Parameters.Add(new NpgsqlParameter { ParameterName = name });
        }

        return new PostgresStatement(command, Cancellation);
    }

    /// <inheritdoc/>
    public override RowSink Insert(string table, params IReadOnlyList<string> columns) =>
        new PostgresRows(connection, table, columns, database.TypesOf(table, connection));

    /// <inheritdoc/>
    public override Task<IReadOnlyList<long>> NewNumbers(string table, int count) =>
        Query<long>("SELECT nextval(pg_get_serial_sequence(@table, @column)) FROM generate_series(1, @count)", new { table, column = table + "_no", count });

    /// <inheritdoc/>
    public override Task Study(string table) => Run($"ANALYZE {table}");

    /// <inheritdoc/>
    public override Task ContinueNumbers(string table) =>
        First<long>($"SELECT setval(pg_get_serial_sequence('{table}', '{table}_no'), COALESCE(MAX({table}_no), 0) + 1, false) FROM {table}");

    // As an array, which an index is searched with: a list that is joined has been read once for each row of a table whose size the server did not know yet.
    /// <inheritdoc/>
    public override string In(string name) => $"= ANY (ARRAY(SELECT json_array_elements_text(@{name}::json)))";

    /// <inheritdoc/>
    public override string InNumbers(string name) => $"= ANY (ARRAY(SELECT json_array_elements_text(@{name}::json)::bigint))";

    /// <inheritdoc/>
    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public override string ForShare => "FOR SHARE";
}
