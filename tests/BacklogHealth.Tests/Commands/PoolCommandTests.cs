using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Tests.Commands;

public sealed class PoolCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    // A project whose pace changes each quarter; one item or more on every third day.
    private string Project(string name, int days, int many)
    {
        var dates = Enumerable.Range(0, days).Where(day => day % 3 == 0)
            .SelectMany(day => Enumerable.Repeat(new DateOnly(2022, 1, 3).AddDays(day), (day / 91 % 2) == 0 ? 1 : many));
        return _program.File(name, string.Concat(dates.Select(d => d.ToString("yyyy-MM-dd\n", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task A_pool_is_learned_from_files_and_used_by_name()
    {
        var pool = Path.Combine(Path.GetDirectoryName(Project("a.csv", 900, 3))!, "pool.json");
        Assert.Equal(0, await _program.Run("forecast", "pool", Project("a.csv", 900, 3), Project("b.csv", 1100, 2), "--out", pool, "--source", "our own projects"));
        using var made = JsonDocument.Parse(await File.ReadAllTextAsync(pool, TestContext.Current.CancellationToken));
        Assert.Equal("our own projects", made.RootElement.GetProperty("source").GetString());
        Assert.Equal(2, made.RootElement.GetProperty("projects").GetInt32());

        Assert.Equal(0, await _program.Run("forecast", "how-many", "--days", "28", "--dates", Project("c.csv", 300, 2), "--pool", pool, "--json"));
        using var json = JsonDocument.Parse(_program.Output);
        Assert.Equal("level and its moves, from the team's own weeks and 2 projects, computed exactly", json.RootElement.GetProperty("method").GetString());
    }

    [Fact]
    public async Task The_same_files_give_the_same_bytes()
    {
        Assert.Equal(0, await _program.Run("forecast", "pool", Project("a.csv", 900, 3)));
        var once = _program.Output;
        Assert.Equal(0, await _program.Run("forecast", "pool", Project("a.csv", 900, 3)));
        Assert.Equal(once, _program.Output);
    }

    [Fact]
    public async Task Files_that_are_too_short_are_refused_or_left_out()
    {
        Assert.Equal(2, await _program.Run("forecast", "pool", Project("short.csv", 200, 1)));
        Assert.Contains("no file holds enough to learn from. Expected at least one with finish dates over a year and twelve weeks. Add such files.", _program.Error, StringComparison.Ordinal);

        Assert.Equal(0, await _program.Run("forecast", "pool", Project("short.csv", 200, 1), Project("a.csv", 900, 3)));
        Assert.Contains("1 of 2 files span less than a year and twelve weeks and were left out.", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_pool_is_named_with_what_was_expected()
    {
        Assert.Equal(2, await _program.Run("forecast", "how-many", "--days", "28", "--dates", Project("c.csv", 300, 2), "--pool", _program.File("no.json", "{\"source\":\"x\",\"projects\":1,\"tilt\":0,\"models\":[]}")));
        Assert.Contains("no.json: a pool needs at least one model, each with wander 0 or more, jumps from 0 to below 1, noise above 1 and weight above 0. Make it with `", _program.Error, StringComparison.Ordinal);

        Assert.Equal(2, await _program.Run("forecast", "how-many", "--days", "28", "--dates", Project("c.csv", 300, 2), "--pool", "missing.json"));
        Assert.Contains("missing.json: the pool could not be read", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_through_history_puts_the_usual_method_beside()
    {
        Assert.Equal(0, await _program.Run("backtest", "--dates", Project("a.csv", 900, 3), "--days", "28"));
        Assert.Contains("usual method", _program.Output, StringComparison.Ordinal);
        Assert.Matches("CRPS: [0-9.]+ items; the usual method [0-9.]+ \\(smaller is sharper\\)\\.", _program.Output);
    }
}
