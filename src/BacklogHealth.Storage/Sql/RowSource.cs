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
