using System.Globalization;
using System.Text.Json;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

/// <summary>Days off as people meet them: in forecasts of a file and of a team, in the backtest, and in what the doctor says.</summary>
public sealed class DaysOffCommandTests : IDisposable
{
    private const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20250101T000000Z\r\nSUMMARY:Closed\r\nDTSTART;VALUE=DATE:20201222\r\nDURATION:P14D\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private readonly ProgramRun _program = new() { Time = new FixedTime("2025-12-15") };

    public void Dispose() => _program.Dispose();

    // Two items on each weekday for three years up to 14 December 2025, none while the company is closed.
    private string Dates() => _program.File("dates.txt", string.Concat(Enumerable.Range(0, 3 * 364)
        .Select(i => new DateOnly(2025, 12, 14).AddDays(-i))
        .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && d is not ({ Month: 12, Day: >= 22 } or { Month: 1, Day: < 5 }))
        .SelectMany(d => Enumerable.Repeat(d.ToString("yyyy-MM-dd\n", CultureInfo.InvariantCulture), 2))));

    private string Holidays() => _program.File("holidays.ics", Calendar);

    private async Task<JsonElement> Json(params string[] args)
    {
        Assert.Equal(0, await _program.Run([.. args, "--json"]));
        return JsonDocument.Parse(_program.Output).RootElement;
    }

    private static int At85(JsonElement forecast) => forecast.GetProperty("atLeast").EnumerateArray().Single(a => a.GetProperty("probability").GetDouble() == 0.85).GetProperty("items").GetInt32();

    [Fact]
    public async Task A_forecast_of_a_file_knows_the_days_of_a_calendar_and_of_a_list()
    {
        string[] ask = ["forecast", "how-many", "--dates", Dates(), "--as-of", "2025-12-15", "--days", "28"];
        var without = await Json(ask);
        var calendar = await Json([.. ask, "--calendar", Holidays()]);
        var list = await Json([.. ask, "--days-off", "2022-12-22..2023-01-04,2023-12-22..2024-01-04,2024-12-22..2025-01-04,2025-12-22..2026-01-04"]);

        Assert.Equal((0, 14, 14), (without.GetProperty("daysOff").GetInt32(), calendar.GetProperty("daysOff").GetInt32(), list.GetProperty("daysOff").GetInt32()));
        Assert.InRange(At85(without), 28, 40);
        Assert.InRange(At85(calendar), 14, 20);
        Assert.Equal(At85(calendar), At85(list));
        Assert.Equal(At85(without.GetProperty("usual")), At85(calendar.GetProperty("usual")));
    }

    [Fact]
    public async Task The_sentences_say_how_many_days_are_free()
    {
        string[] file = ["--dates", Dates(), "--as-of", "2025-12-15", "--calendar", Holidays()];
        Assert.Equal(0, await _program.Run(["forecast", "how-many", "--days", "8", .. file]));
        Assert.Contains("\n1 day off within it is counted as free.\n", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run(["forecast", "chance", "--items", "10", "--days", "28", .. file, "--days-off", "2026-01-06"]));
        Assert.Contains("\n15 days off within it are counted as free.\n", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run(["forecast", "when", "--items", "15", .. file]));
        Assert.Contains("\n14 days off up to the day at 85% are counted as free.\n", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run(["forecast", "how-many", "--days", "7", .. file]));
        Assert.DoesNotContain("off within it", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teams_settings_are_known_and_the_command_line_comes_on_top()
    {
        var settings = _program.File("settings.json", JsonSerializer.Serialize(new { Teams = new[] { new { Name = "A", CalendarFiles = new[] { Holidays() }, DaysOff = new[] { "2026-01-06" } } } }));
        Assert.Equal(0, await _program.Run("import", Dates(), "--team", "A", "--format", "dates", "--config", settings));

        string[] ask = ["forecast", "how-many", "--days", "28", "--as-of", "2025-12-15", "--config", settings];
        Assert.Equal(15, (await Json(ask)).GetProperty("daysOff").GetInt32());
        Assert.Equal(17, (await Json([.. ask, "--days-off", "2026-01-07..2026-01-08"])).GetProperty("daysOff").GetInt32());
    }

    [Fact]
    public async Task Reports_and_the_quality_of_data_know_them_and_their_hash_tells()
    {
        var (plain, closed) = (Settings("plain.json"), Settings("closed.json", "2025-11-03..2025-12-14"));
        var dates = _program.File("dates.txt", string.Join('\n', (await File.ReadAllLinesAsync(Dates())).Where(d => string.CompareOrdinal(d, "2025-11-03") < 0)));
        Assert.Equal(0, await _program.Run("import", dates, "--team", "A", "--format", "dates", "--config", plain));

        Assert.Equal("6 w/o", await Quiet(plain));
        Assert.Equal("0 w/o", await Quiet(closed));
        var (without, with) = (await Report(plain), await Report(closed));
        Assert.Contains("were to be expected", without.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("were to be expected", with.Text, StringComparison.Ordinal);
        Assert.NotEqual(without.DataState, with.DataState);
        Assert.Equal(without.DataState, (await Report(plain)).DataState);

        string Settings(string name, params string[] off) => _program.File(name, JsonSerializer.Serialize(new { Teams = new[] { new { Name = "A", DaysOff = off } } }));

        async Task<string> Quiet(string settings)
        {
            var problems = (await Json("quality", "--config", settings)).GetProperty("problems").EnumerateArray();
            return $"{problems.Single(p => p.GetProperty("id").GetString() == "weeks-without-a-finish").GetProperty("affected").GetInt32()} w/o";
        }

        async Task<(string Text, string DataState)> Report(string settings)
        {
            Assert.Equal(0, await _program.Run("report", "coach", "--format", "md,json", "--out", _program.Folder, "--config", settings));
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_program.Folder, "a-coach.json")));
            return (await File.ReadAllTextAsync(Path.Combine(_program.Folder, "a-coach.md")), json.RootElement.GetProperty("dataState").GetString()!);
        }
    }

    [Fact]
    public async Task The_backtest_knew_them_in_advance()
    {
        string[] walk = ["backtest", "--dates", Dates(), "--days", "28", "--jsonl"];
        Assert.Equal(0, await _program.Run(walk));
        var without = Worst(_program.Output);
        Assert.Equal(0, await _program.Run([.. walk, "--calendar", Holidays()]));
        var with = Worst(_program.Output);

        Assert.True(with < 0.5 * without, $"{with} {without}");

        static double Worst(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Max(l => JsonDocument.Parse(l).RootElement.GetProperty("crps").GetDouble());
    }

    [Fact]
    public async Task A_list_that_is_none_is_told()
    {
        Assert.Equal(2, await _program.Run("forecast", "how-many", "--days", "28", "--dates", Dates(), "--days-off", "24.12.2025"));
        Assert.Contains("--days-off: found '24.12.2025'; expected a day as 2026-12-24, or the first and the last of at most a year as 2026-12-24..2027-01-01. Write it year first.", _program.Error, StringComparison.Ordinal);
        Assert.Equal(2, await _program.Run("backtest", "--days", "28", "--dates", Dates(), "--days-off", "2025-01-01..2025-12-31"));
        Assert.Equal("--days-off: found 365 days off within the year from 2025-01-01 on; expected at most 183, since a team works for half of a year at least. Look for a mistyped year.\n", _program.Error);
    }

    [Fact]
    public async Task A_calendar_that_is_none_is_told()
    {
        var file = _program.File("page.ics", "");
        Assert.Equal(2, await _program.Run("backtest", "--days", "28", "--dates", Dates(), "--calendar", file));
        Assert.Equal($"{file}: found no calendar in it; expected an iCalendar file (.ics), which begins with BEGIN:VCALENDAR. Export or download it again.\n", _program.Error);
    }

    [Fact]
    public async Task The_doctor_says_how_many_come_from_where_and_which_is_the_next()
    {
        var (holidays, old, page) = (Holidays(), _program.File("old.ics", Calendar.Replace("RRULE:FREQ=YEARLY\r\n", "", StringComparison.Ordinal)), _program.File("page.ics", "<html>"));
        var settings = _program.File("settings.json", JsonSerializer.Serialize(new
        {
            Teams = new object[]
            {
                new { Name = "A", CalendarFiles = new[] { holidays }, DaysOff = new[] { "2025-12-01", "2026-05-15" } },
                new { Name = "B", CalendarFiles = new[] { old } },
                new { Name = "C", CalendarFiles = new[] { page } },
                new { Name = "D" },
            },
        }));

        Assert.Equal(2, await _program.Run("doctor", "--config", settings));
        Assert.Contains($"OK    A, days off: in the next 12 months 14 from {holidays}, 1 from DaysOff; next 2025-12-22\n", _program.Output, StringComparison.Ordinal);
        Assert.Contains($"NOTE  B, days off: in the next 12 months 0 from {old}; none is to come. {old} holds no day of the next 12 months: get the file of the coming year.\n", _program.Output, StringComparison.Ordinal);
        Assert.Contains($"MEND  C, days off: {page}: found what is no calendar (Could not parse line: '<html>'); expected ", _program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("D, days off", _program.Output, StringComparison.Ordinal);
    }
}
