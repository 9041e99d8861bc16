namespace BacklogHealth.Storage.Sql;

/// <summary>
/// Takes rows value by value, in the order of their columns: into a table, a statement or a hash. One that writes into a table is to be closed
/// before anything else is done on its session.
/// </summary>
internal abstract class RowSink : IDisposable
{
    /// <summary>A whole number, an instant in ticks, or nothing.</summary>
    public abstract RowSink Add(long? value);

    /// <summary>A number with a fraction, or nothing.</summary>
    public abstract RowSink Add(double? value);

    /// <summary>A text that every engine can keep, see <see cref="CleanText"/>; or nothing.</summary>
    public abstract RowSink Add(string? value);

    /// <summary>Bytes.</summary>
    public abstract RowSink Add(byte[] value);

    /// <summary>Ends the row.</summary>
    public abstract void End();

    /// <summary>Closes it; what was handed in is then on its way.</summary>
    public abstract void Dispose();
}
