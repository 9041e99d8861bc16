using System.Data.Common;

namespace BacklogHealth.Storage.Sql;

/// <summary>Gives the rows of a query one by one, value by value: what <see cref="RowSink"/> is for writing. To be closed before its session is.</summary>
internal abstract class RowSource : IAsyncDisposable
{
    /// <summary>Goes to the next row; false where there is none.</summary>
    public abstract ValueTask<bool> Next();

    /// <summary>A whole number or an instant in ticks, in a column that always has one.</summary>
    public abstract long Number(int column);

    /// <summary>A text, in a column that always has one.</summary>
    public abstract string Text(int column);

    /// <summary>A whole number or an instant in ticks; null for nothing.</summary>
    public abstract long? NumberOrNull(int column);

    /// <summary>A number with a fraction; null for nothing.</summary>
    public abstract double? FractionOrNull(int column);

    /// <summary>A text; null for nothing.</summary>
    public abstract string? TextOrNull(int column);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>Rows as the driver of an engine reads them.</summary>
internal sealed class DriverRows(DbDataReader reader, CancellationToken cancellation) : RowSource
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
