using System.Data.Common;

namespace BacklogHealth.Storage.Sql;

/// <summary>Rows as the driver of an engine reads them.</summary>
internal sealed class DriverSource(DbDataReader reader, CancellationToken cancellation) : RowSource
{
    /// <inheritdoc/>
    public override ValueTask<bool> Next() => new(reader.ReadAsync(cancellation));

    /// <inheritdoc/>
    public override long Number(int column) => reader.GetInt64(column);

    /// <inheritdoc/>
    public override string Text(int column) => reader.GetString(column);

    /// <inheritdoc/>
    public override long? NumberOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    /// <inheritdoc/>
    public override double? FractionOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    /// <inheritdoc/>
    public override string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => reader.DisposeAsync();
}
