using System.Text.Json;

namespace BacklogHealth.Tests.Commands;

public sealed class BacktestCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    private string Dates(int days) => _program.File("dates.txt", string.Concat(Enumerable.Range(0, days)
        .Select(i => new DateOnly(2025, 1, 1).AddDays(i).ToString("yyyy-MM-dd\n", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("--days", "28")]
    [InlineData("--items", "20")]
    public async Task Each_line_names_its_team_so_that_teams_can_be_told_apart(string option, string value)
    {
        Assert.Equal(0, await _program.Run("import", Dates(450), "--team", "A", "--format", "dates"));

        Assert.Equal(0, await _program.Run("backtest", option, value, "--as-of", "2026-03-27", "--jsonl"));
        Assert.All(_program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
        {
            using var point = JsonDocument.Parse(line);
            Assert.Equal("A", point.RootElement.GetProperty("team").GetString());
        });
    }

    [Fact]
    public async Task The_text_shows_the_diagram_of_what_was_said_and_what_held_beside_the_usual_method()
    {
        // One item a day: both methods are all but certain of every number they name, and never wrong.
        Assert.Equal(0, await _program.Run("backtest", "--days", "28", "--dates", Dates(450)));

        var lines = _program.Output.Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        var start = lines.IndexOf("Reliability, each \"at least so many\" at the chance that its forecast gave it:");
        Assert.Equal("chance said held share 95% interval usual method said usual method held", lines[start + 1]);
        Assert.Equal(11, lines.Skip(start + 3).TakeWhile(l => !l.StartsWith("CRPS: ", StringComparison.Ordinal)).Count());
        Assert.Matches(@"^9\d\.\d% 3 of 3 100\.0% 44–100% 100\.0% 100\.0%$", lines[start + 3 + 10]);
    }

    [Fact]
    public async Task Without_a_point_to_look_back_from_there_is_no_table_but_a_reason()
    {
        var file = Dates(60);

        Assert.Equal(3, await _program.Run("backtest", "--days", "28", "--dates", file));
        Assert.Equal("", _program.Output);
        Assert.Equal($"{file}: the history is too short to look back on. Expected at least the days of --min-history and one horizon behind them. Lower --min-history, or wait.\n", _program.Error);
    }

    [Theory]
    [InlineData("neither --days nor --items")]
    [InlineData("both --days and --items", "--days", "28", "--items", "20")]
    public async Task One_question_is_asked_at_a_time(string found, params string[] options)
    {
        Assert.Equal(2, await _program.Run(["backtest", .. options]));
        Assert.Equal($"backlog-health backtest: found {found}; expected one of them. Add --days 28 to ask how many, or --items 20 to ask when.\n", _program.Error);
    }
}
