using System.Text.Json;

namespace BacklogHealth.Tests.Commands;

public sealed class ForecastCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    // One item on every day of 90: any 14 days bring exactly 14.
    private string EveryDay() => _program.File("dates.txt", string.Concat(Enumerable.Range(0, 90).Select(i => new DateOnly(2026, 1, 1).AddDays(i).ToString("yyyy-MM-dd\n", System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public async Task How_many_starts_the_day_after_the_last_date()
    {
        Assert.Equal(0, await _program.Run("forecast", "how-many", "--dates", EveryDay(), "--days", "14", "--json"));
        using var json = JsonDocument.Parse(_program.Output);
        var root = json.RootElement;

        Assert.Equal("backlog-health/forecast/1", root.GetProperty("schema").GetString());
        Assert.Equal("how-many", root.GetProperty("question").GetString());
        Assert.Equal("2026-04-01", root.GetProperty("asOf").GetString());
        Assert.All(root.GetProperty("usual").GetProperty("atLeast").EnumerateArray(), a => Assert.Equal(14, a.GetProperty("items").GetInt32()));
        Assert.Equal([0.5, 0.7, 0.85, 0.95], root.GetProperty("atLeast").EnumerateArray().Select(a => a.GetProperty("probability").GetDouble()));
        Assert.All(root.GetProperty("atLeast").EnumerateArray(), a => Assert.InRange(a.GetProperty("items").GetInt32(), 6, 14)); // what has been regular for a quarter may change
        Assert.Equal(JsonValueKind.Null, root.GetProperty("drift").ValueKind);
        Assert.True(root.GetProperty("enough").GetBoolean());
    }

    [Fact]
    public async Task The_answers_for_several_teams_are_one_line_each()
    {
        Assert.Equal(0, await _program.Run("import", EveryDay(), "--team", "A", "--format", "dates"));
        Assert.Equal(0, await _program.Run("import", EveryDay(), "--team", "B", "--format", "dates"));

        Assert.Equal(0, await _program.Run("forecast", "how-many", "--days", "14", "--as-of", "2026-04-01", "--json"));
        var teams = _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("team").GetString());
        Assert.Equal(["A", "B"], teams);
    }

    [Fact]
    public async Task When_gives_the_last_day_of_the_horizon()
    {
        Assert.Equal(0, await _program.Run("forecast", "when", "--dates", EveryDay(), "--items", "10", "--json"));
        using var json = JsonDocument.Parse(_program.Output);
        var by = json.RootElement.GetProperty("by")[0];

        Assert.Equal("2026-04-10", by.GetProperty("date").GetString());
        Assert.Equal(10, by.GetProperty("days").GetInt32());
    }

    [Fact]
    public async Task Too_little_history_has_a_reason_and_no_numbers()
    {
        var file = _program.File("few.txt", "2026-01-01\n2026-01-02\n");

        Assert.Equal(3, await _program.Run("forecast", "how-many", "--dates", file, "--days", "14", "--json"));
        using var json = JsonDocument.Parse(_program.Output);
        Assert.False(json.RootElement.GetProperty("enough").GetBoolean());
        Assert.False(json.RootElement.TryGetProperty("atLeast", out _));
        Assert.Equal("Only 2 days of the last 2 had a finished item; a forecast needs at least 5 such days. Ask again when more items are finished, or check which states count as finished.", json.RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Bad_rows_are_named_and_the_good_ones_still_answer()
    {
        var file = EveryDay();
        await File.AppendAllTextAsync(file, "yesterday\n");

        Assert.Equal(3, await _program.Run("forecast", "how-many", "--dates", file, "--days", "14"));
        Assert.Contains("14 or more items", _program.Output, StringComparison.Ordinal);
        Assert.Contains("line 91", _program.Error, StringComparison.Ordinal);
        Assert.Contains("'yesterday'", _program.Error, StringComparison.Ordinal);
        Assert.EndsWith($"{file}: 90 dates read, 1 bad rows left out.\n", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_the_forecast_begins_is_refused()
    {
        Assert.Equal(2, await _program.Run("forecast", "chance", "--dates", EveryDay(), "--items", "3", "--by", "2026-03-31"));
        Assert.Equal("--by 2026-03-31: found a day before the forecast begins. Expected one from 2026-04-01 to 2028-03-30. Correct it.\n", _program.Error);
    }

    [Fact]
    public async Task A_file_and_a_team_at_once_are_refused()
    {
        Assert.Equal(2, await _program.Run("forecast", "how-many", "--dates", EveryDay(), "--team", "A", "--days", "14"));
        Assert.Equal("found both --dates and --team. Expected one of them: a file stands in place of a team. Leave one out.\n", _program.Error);
    }

    [Fact]
    public async Task The_three_questions_agree()
    {
        var file = _program.File("dates.txt", string.Concat(Enumerable.Range(0, 200).Where(i => i % 7 is 1 or 3 or 4).Select(i => new DateOnly(2026, 1, 1).AddDays(i).ToString("yyyy-MM-dd\n", System.Globalization.CultureInfo.InvariantCulture))));
        await _program.Run("forecast", "when", "--dates", file, "--items", "12", "--json");
        using var when = JsonDocument.Parse(_program.Output);
        var at85 = when.RootElement.GetProperty("by").EnumerateArray().Single(b => Math.Abs(b.GetProperty("probability").GetDouble() - 0.85) < 1e-9);

        await _program.Run("forecast", "chance", "--dates", file, "--items", "12", "--by", at85.GetProperty("date").GetString()!, "--json");
        using var chance = JsonDocument.Parse(_program.Output);
        Assert.InRange(chance.RootElement.GetProperty("probability").GetDouble(), 0.85, 1);

        await _program.Run("forecast", "how-many", "--dates", file, "--days", at85.GetProperty("days").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture), "--json");
        using var howMany = JsonDocument.Parse(_program.Output);
        var items = howMany.RootElement.GetProperty("atLeast").EnumerateArray().Single(b => Math.Abs(b.GetProperty("probability").GetDouble() - 0.85) < 1e-9);
        Assert.True(items.GetProperty("items").GetInt32() >= 12);
    }
}
