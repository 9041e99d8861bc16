using System.Globalization;
using System.Text.Json;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

/// <summary>What <c>score</c>, <c>explain</c> and <c>rules</c> print for scripts: names of fields are a contract.</summary>
public sealed class ScoreCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    private string Items() => _program.File("items.csv", """
        key,title,description,type,status,created
        A-1,As a buyer I want to pay by invoice,"So that I need no card. The page must be user-friendly.",Story,Open,2026-01-05
        A-2,Je veux payer par facture,"Pour que la cliente ne doive pas avoir de carte et que le montant ne soit pris sur le compte que lors de la livraison, comme dans les autres magasins.",Story,Done,2026-01-06
        """);

    [Fact]
    public async Task A_line_of_a_file_has_the_fields_of_the_contract_whatever_its_status()
    {
        Assert.Equal(0, await _program.Run("score", "--items", Items(), "--jsonl"));
        var lines = _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();

        Assert.Equal(["A-1", "A-2"], lines.Select(l => l.GetProperty("key").GetString()));
        Assert.All(lines, l => Assert.Equal("backlog-health/score/1", l.GetProperty("schema").GetString()));
        Assert.Equal(["schema", "key", "clarity", "slicing", "ready", "size", "findings", "language", "scored", "reason", "muted", "rework", "risk"], lines[0].EnumerateObject().Select(p => p.Name));
        var vague = lines[0].GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("rule").GetString() == "CL005");
        Assert.Equal("info", vague.GetProperty("severity").GetString());
        Assert.Equal("unambiguous", vague.GetProperty("criterion").GetString());
        var evidence = vague.GetProperty("evidence")[0];
        Assert.Equal("user-friendly", evidence.GetProperty("text").GetString());
        Assert.Equal("description", evidence.GetProperty("field").GetString());
        Assert.Equal("user-friendly".Length, evidence.GetProperty("length").GetInt32());
        Assert.Equal("So that I need no card. The page must be ".Length, evidence.GetProperty("start").GetInt32());
    }

    [Fact]
    public async Task A_language_that_is_not_supported_is_not_scored_and_says_why()
    {
        Assert.Equal(0, await _program.Run("score", "--items", Items(), "--jsonl"));
        using var french = JsonDocument.Parse(_program.Output.Split('\n')[1]);

        Assert.False(french.RootElement.GetProperty("scored").GetBoolean());
        Assert.Equal(JsonValueKind.Null, french.RootElement.GetProperty("clarity").ValueKind);
        Assert.Equal("fr", french.RootElement.GetProperty("language").GetString());
        Assert.Equal("The text reads as French; rules exist for English and German.", french.RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Explain_and_score_hold_a_promised_day_against_the_forecast_as_reports_do()
    {
        // An item on each weekday of a year; forty wait, and two are promised: the first, and the last, within two weeks.
        var days = Enumerable.Range(1, 360).Select(d => new DateOnly(2026, 3, 2).AddDays(-d)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        var rows = days.Select((d, i) => string.Create(CultureInfo.InvariantCulture, $"D-{i},Gift wrapping {i},,Done,{d.AddDays(-3):yyyy-MM-dd},{d.AddDays(-2):yyyy-MM-dd},{d:yyyy-MM-dd},,"))
            .Concat(Enumerable.Range(10, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"A-{i},Send the statement of month {i},,Open,2026-02-01,,,{i},{(i is 10 or 49 ? "2026-03-16" : "")}")));
        using var program = new ProgramRun { Time = new FixedTime("2026-03-02 07:00") };
        Assert.Equal(0, await program.Run("import", program.File("due.csv", $"key,title,description,status,created,started,resolved,rank,due\n{string.Join('\n', rows)}\n"), "--team", "real"));

        Assert.Equal(0, await program.Run("score", "--jsonl"));
        var scores = program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(l => l.GetProperty("key").GetString()!);
        Assert.Equal(0, await program.Run("explain", "A-49", "--json"));
        var last = JsonDocument.Parse(program.Output).RootElement.GetProperty("score");
        Assert.Equal(0, await program.Run("explain", "A-10", "--json"));
        var first = JsonDocument.Parse(program.Output).RootElement.GetProperty("score");

        Assert.Contains("BL010", Rules(last));
        Assert.DoesNotContain("BL010", Rules(first));
        Assert.True(JsonElement.DeepEquals(last, scores["A-49"]) && JsonElement.DeepEquals(first, scores["A-10"]));

        static IEnumerable<string?> Rules(JsonElement score) => score.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Explain_adds_up_to_the_last_point()
    {
        await _program.Run("import", Items(), "--team", "real");
        Assert.Equal(0, await _program.Run("explain", "A-1", "--json"));
        using var json = JsonDocument.Parse(_program.Output);
        var clarity = json.RootElement.GetProperty("addsUp").EnumerateArray().First();

        Assert.Equal(json.RootElement.GetProperty("score").GetProperty("clarity").GetInt32(), clarity.GetProperty("total").GetInt32());
        Assert.Equal(clarity.GetProperty("total").GetInt32(), clarity.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("points").GetInt32()));
        Assert.Equal("So that I need no card. The page must be user-friendly.", json.RootElement.GetProperty("texts").GetProperty("description").GetString());
    }

    [Fact]
    public async Task An_item_that_is_not_there_names_where_it_was_looked_for()
    {
        await _program.Run("import", Items(), "--team", "real");

        Assert.Equal(2, await _program.Run("explain", "A-99"));
        Assert.Equal($"A-99: there is no such item in real. Expected the key of a stored item. `{Product.CommandLine} score` lists the open ones; `{Product.CommandLine} sync` brings new ones.\n", _program.Error);
    }

    [Fact]
    public async Task An_unknown_rule_is_answered_with_the_nearest_one()
    {
        Assert.Equal(2, await _program.Run("rules", "CL0055"));
        Assert.Equal($"backlog-health rules: there is no rule 'CL0055'. Did you mean 'CL005'? `{Product.CommandLine} rules` lists all.\n", _program.Error);
    }

    [Fact]
    public async Task A_muted_finding_takes_no_points()
    {
        await _program.Run("import", Items(), "--team", "real");
        var config = _program.File("own.json", "{ \"Teams\": [ { \"Name\": \"real\", \"Mutes\": [ \"CL005:A-1\" ] } ] }");
        await _program.Run("score", "--jsonl", "--config", config);

        Assert.DoesNotContain("{\"rule\":\"CL005\",\"severity\"", _program.Output, StringComparison.Ordinal);
        Assert.Contains("\"muted\":[{\"rule\":\"CL005\",\"reason\":\"\",\"until\":null}]", _program.Output, StringComparison.Ordinal);
    }
}
