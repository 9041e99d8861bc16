using Npgsql;

namespace BacklogHealth.Storage.Sql;

/// <summary>Runs one statement for each row; for rows that are changed, which are few. New ones come in through <see cref="PostgresRows"/>.</summary>
internal sealed class PostgresStatement(NpgsqlCommand command, CancellationToken cancellation) : RowSink
{
    private int _next;

    /// <inheritdoc/>
    public override RowSink Add(long? value) => Set(value is { } number ? number : DBNull.Value);

    /// <inheritdoc/>
    public override RowSink Add(double? value) => Set(value is { } number ? number : DBNull.Value);

    /// <inheritdoc/>
    public override RowSink Add(string? value) => Set(value ?? (object)DBNull.Value);

    /// <inheritdoc/>
    public override RowSink Add(byte[] value) => Set(value);

    /// <inheritdoc/>
    public override void End()
    {
        cancellation.ThrowIfCancellationRequested();
        command.ExecuteNonQuery();
        _next = 0;
    }

    /// <inheritdoc/>
    public override void Dispose() => command.Dispose();

    private PostgresStatement Set(object value)
    {
        command.Parameters[_next++].Value = value;
        return this;
    }
}
