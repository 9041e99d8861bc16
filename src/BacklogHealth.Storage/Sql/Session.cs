using System.Data.Common;
using Dapper;

namespace BacklogHealth.Storage.Sql;

/// <summary>A connection with its transaction: what statements are run on.</summary>
internal sealed class Session(DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
{
    static Session() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Stops the work when asked.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>All rows of a query.</summary>
    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? values = null) => (await connection.QueryAsync<T>(Define(sql, values))).AsList();

    /// <summary>The first row of a query; null or 0 where there is none.</summary>
    public Task<T?> First<T>(string sql, object? values = null) => connection.QueryFirstOrDefaultAsync<T>(Define(sql, values));

    /// <summary>Runs a statement and tells how many rows it touched.</summary>
    public Task<int> Run(string sql, object? values = null) => connection.ExecuteAsync(Define(sql, values));

    /// <summary>Rows one by one, for results too large to hold twice.</summary>
    public async Task<DbDataReader> Stream(string sql, object? values = null) => await connection.ExecuteReaderAsync(Define(sql, values));

    /// <summary>A statement that is run many times.</summary>
    /// <param name="sql">The statement; its parameters are written <c>@name</c>.</param>
    /// <param name="names">Names of the parameters, in the order in which values are handed in.</param>
    public Prepared Prepare(string sql, params IReadOnlyList<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            command.Parameters.Add(parameter);
        }

        return new Prepared(command, cancellation);
    }

    private CommandDefinition Define(string sql, object? values) => new(sql, values, transaction, cancellationToken: cancellation);
}
