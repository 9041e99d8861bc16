using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace BacklogHealth.Storage.Sql;

/// <summary>A connection with its transaction: what statements are run on. What engines do differently is abstract.</summary>
internal abstract class Session(DbConnection connection, DbTransaction transaction, CancellationToken cancellation) : IAsyncDisposable
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

    /// <summary>Rows one by one with columns of any type.</summary>
    public async Task<DbDataReader> Stream(string sql, object? values = null) => await connection.ExecuteReaderAsync(Define(sql, values));

    /// <summary>Rows of numbers and texts one by one, by the fastest way that the engine has.</summary>
    public virtual async Task<RowSource> Rows(string sql, object? values = null) => new DriverSource(await Stream(sql, values), cancellation);

    /// <summary>A statement that is run once for each row handed in.</summary>
    /// <param name="sql">The statement; its parameters are written <c>@name</c>.</param>
    /// <param name="names">Names of the parameters, in the order in which values are handed in.</param>
    public abstract RowSink Statement(string sql, params IReadOnlyList<string> names);

    /// <summary>Many new rows of one table, by the fastest way that the engine has.</summary>
    public abstract RowSink Insert(string table, params IReadOnlyList<string> columns);

    /// <summary>So many new numbers for a table's rows, rising, which nobody else gets.</summary>
    /// <param name="table">The table; its numbers are in the column of its name and "_no".</param>
    /// <param name="count">How many.</param>
    public abstract Task<IReadOnlyList<long>> NewNumbers(string table, int count);

    /// <summary>
    /// Has the engine look at a table that has begun to fill: one that plans by what it knows of a table would else search it as if it were small.
    /// </summary>
    public abstract Task Study(string table);

    /// <summary>Has the next new number of a table follow the highest one in it, after rows came in with their numbers.</summary>
    public abstract Task ContinueNumbers(string table);

    /// <summary>The end of a condition: the column before it is one of the texts handed in as <see cref="List(IEnumerable{string})"/> under a name.</summary>
    public abstract string In(string name);

    /// <summary>The same for numbers.</summary>
    public abstract string InNumbers(string name);

    /// <summary>The end of a query that takes rows to work on: rows that somebody else has taken are passed over.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>The end of a query whose row nobody may change before this transaction ends.</summary>
    public abstract string ForShare { get; }

    /// <summary>Texts as one value of a statement.</summary>
    public static string List(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, StoreJson.Default.IEnumerableString);

    /// <summary>Numbers as one value of a statement.</summary>
    public static string List(IEnumerable<long> numbers) => JsonSerializer.Serialize(numbers, StoreJson.Default.IEnumerableInt64);

    /// <summary>Makes what was written stay.</summary>
    public Task Commit() => transaction.CommitAsync(cancellation);

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private CommandDefinition Define(string sql, object? values) => new(sql, values, transaction, cancellationToken: cancellation);
}
