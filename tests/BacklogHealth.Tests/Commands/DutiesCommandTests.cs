using System.Text.Json;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

public sealed class DutiesCommandTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2026-03-02 07:00") };

    public void Dispose() => _program.Dispose();

    private async Task Import(string team, params string[] rows) =>
        Assert.Equal(0, await _program.Run("import", _program.File($"{team}.csv", $"key,title,description,status,created,started,resolved,parent\n{string.Join('\n', rows)}\n"), "--team", team));

    [Fact]
    public async Task What_is_known_stands_in_a_table_then_what_is_not_and_how_it_could_mislead()
    {
        await Import("A", [.. Enumerable.Range(1, 6).Select(i => $"A-{i},Pay by invoice {i},So that it can be booked.,Open,2026-02-0{i},,,")]);

        Assert.Equal(0, await _program.Run("duties"));
        var lines = _program.Output.Split('\n');
        Assert.Matches(@"^A, 2026-03-02: the data tell something of \d of the 16 duties of a Product Owner\.$", lines[0]);
        Assert.Matches(@"^ +Duty +What is measured +Now +Since 2026-02-23 +Rests on$", lines[1]);
        Assert.Contains(lines, l => System.Text.RegularExpressions.Regex.IsMatch(l, @"^ +6 asking why +open items with a reason, there or above +6 of 6 \(100 %\) +no change$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("  14 retrospectives: improvements of half a year that are done; age of the oldest open improvement. No item carries a label such as retro or kaizen.", lines);
        Assert.Contains("  16 setting an example in Scrum values: Whoever counts values makes people play the count.", lines);
        Assert.True(Array.IndexOf(lines, "Not available, which says nothing bad of it:") < Array.IndexOf(lines, "How each could mislead, and what is done about it:"));
        Assert.Equal("", _program.Error);
    }

    [Fact]
    public async Task Json_has_sixteen_in_one_line_a_team()
    {
        await Import("A", "A-1,Pay by invoice,,Open,2026-02-05,,,");
        await Import("B", "B-1,Pay by card,,Open,2026-02-05,,,");

        Assert.Equal(0, await _program.Run("duties", "--json"));
        var teams = _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).ToList();

        Assert.Equal(["A", "B"], teams.Select(t => t.GetProperty("team").GetString()));
        Assert.Equal(16, teams[0].GetProperty("duties").GetArrayLength());
        Assert.StartsWith("""{"schema":"backlog-health/duties/1","team":"A","asOf":"2026-03-02","comparedWith":"2026-02-23","duties":[{"id":1,"name":"requirements as hypotheses","measure":""", teams[0].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            """{"id":"improvements-done","name":"improvements of half a year that are done","value":null,"unit":"%","count":null,"n":0,"of":0,"among":"","available":false,"reason":"No item carries a label such as retro or kaizen.","trend":null}""",
            teams[0].GetProperty("duties")[13].GetProperty("measures")[0].GetRawText());
    }

    [Fact]
    public async Task A_rule_that_the_team_has_switched_off_tells_nothing()
    {
        await Import("A", [.. Enumerable.Range(1, 6).Select(i => $"A-{i},Pay by invoice {i},So that it can be booked.,Open,2026-02-0{i},,,")]);
        var settings = _program.File("own.json", """{ "Teams": [ { "Name": "A", "Project": "A", "Mutes": ["CL003"] } ] }""");

        await _program.Run("duties", "--config", settings);
        Assert.Contains("   6 asking why: open items with a reason, there or above; of the first twenty in the backlog, without a reason. The team has switched the rule off.\n", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_day_is_told_as_it_was()
    {
        await Import("A", [.. Enumerable.Range(1, 6).Select(i => $"A-{i},Pay by invoice {i},So that it can be booked.,Open,2026-02-0{i},,,")]);

        Assert.Equal(0, await _program.Run("duties", "--as-of", "2026-02-06"));
        Assert.StartsWith("A, 2026-02-06: ", _program.Output, StringComparison.Ordinal);
        Assert.Contains("5 of 5 (100 %)", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run("duties", "--as-of", "2025-01-01"));
        Assert.StartsWith("A, 2025-01-01: the data tell something of 0 of the 16 duties of a Product Owner.\n\nNot available, ", _program.Output, StringComparison.Ordinal);
    }
}
