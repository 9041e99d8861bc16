using Npgsql;
using NpgsqlTypes;

namespace BacklogHealth.Storage.Sql;

/// <summary>Streams rows into a table in the server's own binary form. Rows that were ended are in when it is closed.</summary>
internal sealed class PostgresRows : RowSink
{
    private readonly NpgsqlBinaryImporter _importer;
    private readonly NpgsqlDbType[] _types;
    private int _next;

    /// <summary>Begins to write.</summary>
    public PostgresRows(NpgsqlConnection connection, string table, IReadOnlyList<string> columns, IReadOnlyDictionary<string, string> types)
    {
        _types = [.. columns.Select(c => types[c] switch { "integer" => NpgsqlDbType.Integer, "bigint" => NpgsqlDbType.Bigint, "double precision" => NpgsqlDbType.Double, "bytea" => NpgsqlDbType.Bytea, _ => NpgsqlDbType.Text })];
        _importer = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
    }

    /// <summary>The types of a table's columns, by name.</summary>
    public static IReadOnlyDictionary<string, string> TypesOf(string table, NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = @table";
        command.Parameters.AddWithValue("table", table);
        using var reader = command.ExecuteReader();
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            types.Add(reader.GetString(0), reader.GetString(1));
        }

        return types;
    }

    /// <inheritdoc/>
    public override RowSink Add(long? value)
    {
        var type = Next();
        if (value is not { } number)
        {
            _importer.WriteNull();
        }
        else if (type == NpgsqlDbType.Integer)
        {
            _importer.Write(checked((int)number), type);
        }
        else
        {
            _importer.Write(number, type);
        }

        return this;
    }

    /// <inheritdoc/>
    public override RowSink Add(double? value)
    {
        var type = Next();
        if (value is { } number)
        {
            _importer.Write(number, type);
        }
        else
        {
            _importer.WriteNull();
        }

        return this;
    }

    /// <inheritdoc/>
    public override RowSink Add(string? value)
    {
        var type = Next();
        if (value is null)
        {
            _importer.WriteNull();
        }
        else
        {
            _importer.Write(value, type);
        }

        return this;
    }

    /// <inheritdoc/>
    public override RowSink Add(byte[] value)
    {
        _importer.Write(value, Next());
        return this;
    }

    /// <inheritdoc/>
    public override void End() => _next = 0;

    // A row that was begun and not ended says that something failed: nothing of the page is to stay.
    /// <inheritdoc/>
    public override void Dispose()
    {
        try
        {
            if (_next == 0)
            {
                _importer.Complete();
            }
        }
        finally
        {
            _importer.Dispose();
        }
    }

    private NpgsqlDbType Next()
    {
        if (_next == 0)
        {
            _importer.StartRow();
        }

        return _types[_next++];
    }
}
