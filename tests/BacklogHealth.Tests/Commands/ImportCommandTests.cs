using System.Text.Json;

namespace BacklogHealth.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Items_of_one_project_are_kept_and_can_be_exported()
    {
        var file = _program.File("items.csv", "key,project,title,status,created,resolved,storyPoints\nA-1,A,Export orders,Done,2026-01-05,2026-01-09,3\nB-1,B,Other,Open,2026-01-05,,\nA-2,A,Import orders,Open,2026-01-06,,\n");

        Assert.Equal(0, await _program.Run("import", file, "--team", "real", "--project", "A"));
        Assert.Equal(0, await _program.Run("export", "--jsonl"));

        var items = _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["A-1", "A-2"], items.Select(i => i.GetProperty("key").GetString()));
        Assert.Equal(["finished", "not-started"], items.Select(i => i.GetProperty("state").GetString()));
        Assert.Equal("2026-01-09T00:00:00Z", items[0].GetProperty("finished").GetString());
        Assert.Equal(3, items[0].GetProperty("storyPoints").GetDouble());
    }

    [Fact]
    public async Task A_bad_row_is_named_and_the_good_ones_are_kept()
    {
        var file = _program.File("items.csv", "key,title,created\nA-1,Export,yesterday\nA-2,Import,2026-01-06\n");

        Assert.Equal(3, await _program.Run("import", file, "--team", "real"));
        Assert.Contains($"{file} line 2, column created: found 'yesterday'", _program.Error, StringComparison.Ordinal);
        Assert.Contains("real: 1 items read, 1 bad rows.", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_says_of_a_file_with_bad_rows_that_it_is_incomplete()
    {
        var file = _program.File("items.csv", "key,title,created\nA-1,Export,yesterday\nA-2,Import,2026-01-06\n");
        var folder = Path.Combine(_program.Folder, "out");
        await _program.Run("import", file, "--team", "real");

        Assert.Equal(0, await _program.Run("report", "coach", "--format", "md", "--out", folder));
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "real-coach.md"), TestContext.Current.CancellationToken);
        Assert.Contains("1 item, incomplete", page, StringComparison.Ordinal);
        Assert.Contains("1 row of the file could not be read.", page, StringComparison.Ordinal);
        Assert.Contains("1 item stored, incomplete.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("of the file read", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_good_row_empties_no_team()
    {
        await _program.Run("import", _program.File("items.csv", "key,project,title\nA-1,A,Export orders\n"), "--team", "real");

        Assert.Equal(3, await _program.Run("import", Path.Combine(_program.Folder, "items.csv"), "--team", "real", "--project", "B"));
        Assert.Equal("real: no item was read, 0 bad rows, 1 of other projects left out; nothing was changed. Expected at least one row of project B. Check the file.\n", _program.Error);
        Assert.Equal(0, await _program.Run("export", "--jsonl"));
        Assert.Contains("Export orders", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_leaves_nothing_behind()
    {
        Assert.Equal(2, await _program.Run("import", Path.Combine(_program.Folder, "none.csv"), "--team", "real"));
        Assert.Equal(2, await _program.Run("score"));
        Assert.Contains("there is no team, and none was imported", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finish_dates_alone_carry_a_forecast()
    {
        var file = _program.File("dates.txt", string.Concat(Enumerable.Range(0, 90).Select(i => new DateOnly(2026, 1, 1).AddDays(i).ToString("yyyy-MM-dd\n", System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal(0, await _program.Run("import", file, "--team", "dates", "--format", "dates"));
        Assert.Equal(0, await _program.Run("forecast", "how-many", "--team", "dates", "--days", "14", "--as-of", "2026-04-01", "--json"));
        using var json = JsonDocument.Parse(_program.Output);
        Assert.Equal(14, json.RootElement.GetProperty("atLeast")[0].GetProperty("items").GetInt32());
    }

    [Fact]
    public async Task A_team_without_data_keeps_no_other_team_from_its_answer()
    {
        var file = _program.File("items.csv", "key,title,created\nA-1,Export orders,2026-01-05\n");
        await _program.Run("import", file, "--team", "real");
        var config = _program.File("own.json", "{ \"Teams\": [ { \"Name\": \"ghost\" } ] }");

        Assert.Equal(2, await _program.Run("score", "--jsonl", "--config", config));
        Assert.Contains("\"key\":\"A-1\"", _program.Output, StringComparison.Ordinal);
        Assert.StartsWith("team ghost: nothing of it is stored yet.", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_in_the_future_is_refused()
    {
        var file = _program.File("items.csv", "key,title,created\nA-1,Export orders,2026-01-05\n");
        await _program.Run("import", file, "--team", "real");

        Assert.Equal(2, await _program.Run("report", "all", "--as-of", "2999-01-01", "--out", _program.Folder));
        Assert.Equal("--as-of 2999-01-01: found a day in the future. Expected today or a day before. Leave --as-of out for now.\n", _program.Error);
    }
}
