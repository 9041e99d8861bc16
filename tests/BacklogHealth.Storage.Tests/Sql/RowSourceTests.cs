using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Tests.Sql;

public abstract class RowSourceTests(StorageEngine engine) : StoreTest(engine)
{
    private const string Texts = "SELECT value FROM (SELECT 1 AS n, @first AS value UNION ALL SELECT 2, @second UNION ALL SELECT 3, @first) AS texts ORDER BY n";

    [Theory]
    [InlineData("")]
    [InlineData("rank")]
    [InlineData("Begründung für „später“ – 変更")]
    [InlineData("kurz: ü")]
    [InlineData("a text that is longer than any name of a field, a state or an account")]
    public async Task Every_text_comes_back_as_it_was_written(string text)
    {
        var other = text + "!";

        Assert.Equal([text, other, text], await Read(Texts, row => row.Text(0), new { first = text, second = other }));
        Assert.Equal([text, other, text], await Read(Texts, row => row.TextOrNull(0), new { first = text, second = other }));
    }

    [Fact]
    public async Task Values_may_come_by_name_as_well()
    {
        var values = new Dictionary<string, object> { ["first"] = "one", ["second"] = "other", ["more"] = 7L };

        Assert.Equal(["one", "other", "one"], await Read(Texts, row => row.Text(0), values));
    }

    [Fact]
    public async Task Words_that_share_their_letters_are_not_taken_for_each_other()
    {
        string[] words = [.. Enumerable.Range(0, 20_000).Select(n => $"word {n}")];

        Assert.Equal(
            words,
            await Read("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19999) SELECT 'word ' || CAST(i AS TEXT) FROM n ORDER BY i", row => row.Text(0)));
    }

    [Fact]
    public async Task Nothing_is_no_empty_text_and_no_zero()
    {
        const string sql = "SELECT CAST(NULL AS TEXT), '', CAST(NULL AS INTEGER), 0, CAST(NULL AS DOUBLE PRECISION), CAST(0 AS DOUBLE PRECISION)";

        var found = Assert.Single(await Read(sql, row => (row.TextOrNull(0), row.TextOrNull(1), row.NumberOrNull(2), row.NumberOrNull(3), row.FractionOrNull(4), row.FractionOrNull(5))));

        Assert.Equal((null, "", null, 0L, null, 0.0), found);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(638_000_000_000_000_000)]
    public async Task Numbers_come_back_whole(long number) =>
        Assert.Equal(number, Assert.Single(await Read("SELECT CAST(@number AS BIGINT)", row => row.Number(0), new { number })));

    [Fact]
    public async Task A_query_that_gives_nothing_has_no_row() => Assert.Empty(await Read("SELECT 1 WHERE 1 = 0", row => row.Number(0)));

    [Fact]
    public async Task A_reading_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Read("SELECT 1", row => row.Number(0), null, stop.Token));
    }

    private async Task<IReadOnlyList<T>> Read<T>(string sql, Func<RowSource, T> take, object? values = null, CancellationToken cancellation = default)
    {
        var database = Database.Of(Engine, Connection);
        try
        {
            return await database.Read(
                async session =>
                {
                    var found = new List<T>();
                    await using var row = await session.Rows(sql, values);
                    while (await row.Next())
                    {
                        found.Add(take(row));
                    }

                    return found;
                },
                cancellation);
        }
        finally
        {
            database.Dispose();
        }
    }
}

public sealed class RowSourceTestsOnSqlite() : RowSourceTests(StorageEngine.Sqlite)
{
    [Fact]
    public async Task A_value_that_no_query_takes_is_told()
    {
        using var database = new Holder(Database.Of(Engine, Connection));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => database.Of.Read(session => session.Rows("SELECT @day", new { day = new DateOnly(2026, 3, 2) }), default));

        Assert.Equal("A query takes whole numbers and texts; found System.DateOnly. (Parameter 'value')", error.Message);
    }

    private sealed class Holder(Database database) : IDisposable
    {
        public Database Of { get; } = database;

        public void Dispose() => Of.Dispose();
    }
}

public sealed class RowSourceTestsOnPostgres() : RowSourceTests(StorageEngine.Postgres);
