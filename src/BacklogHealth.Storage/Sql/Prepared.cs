using System.Data.Common;
using System.Globalization;

namespace BacklogHealth.Storage.Sql;

/// <summary>A statement that is parsed once and run many times.</summary>
internal sealed class Prepared(DbCommand command, CancellationToken cancellation) : IAsyncDisposable
{
    /// <summary>Runs it with values in the order of its parameters.</summary>
    public async Task<int> Run(params IReadOnlyList<object?> values)
    {
        Set(values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Runs it and gives the number it returns.</summary>
    public async Task<long> RunForNumber(params IReadOnlyList<object?> values)
    {
        Set(values);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => command.DisposeAsync();

    private void Set(IReadOnlyList<object?> values)
    {
        for (var i = 0; i < command.Parameters.Count; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
