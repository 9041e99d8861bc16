using System.Text.Json;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

public sealed class ReadyCommandTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2026-03-02 07:00") };

    public void Dispose() => _program.Dispose();

    private async Task Import(params string[] rows) =>
        Assert.Equal(0, await _program.Run("import", _program.File("a.csv", $"key,title,description,status,created,rank,labels\n{string.Join('\n', rows)}\n"), "--team", "A"));

    private Task Backlog() => Import(
        "A-1,Pay by invoice,\"Buyers of companies may not use cards. Done when an order can be placed without one.\",Open,2026-01-05,a,",
        "A-2,Pay by card,So that buyers need no account.,Open,2026-01-06,b,",
        "A-3,Pay in parts,Split it in TBD parts.,Open,2026-01-07,c,");

    [Fact]
    public async Task Unready_items_come_first_by_what_they_lack_each_with_its_question()
    {
        await Backlog();

        Assert.Equal(0, await _program.Run("ready"));
        Assert.Equal(
            """
            A, 2 March 2026
            How many will be taken up is not known, for want of history. Below are the next 3, in backlog order.
            1 of 3 waiting items is ready; how long that lasts is not known, for want of history.
            Both items that were next and not ready a week ago are still not ready.

            Without acceptance criteria (2):
               2  A-2  Pay by card
                  names nothing by which to check that it is done
                  ask: What would you look at in the review to see that it is done?
               3  A-3  Pay in parts
                  names nothing by which to check that it is done
                  ask: What would you look at in the review to see that it is done?
                  also without: answers to open points

            Ready (1):
               1  A-1  Pay by invoice

            """.ReplaceLineEndings("\n"),
            _program.Output);
    }

    [Fact]
    public async Task Json_is_one_line_a_team_in_the_order_of_the_backlog()
    {
        await Backlog();

        Assert.Equal(0, await _program.Run("ready", "--json"));
        using var json = JsonDocument.Parse(Assert.Single(_program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        var items = json.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("backlog-health/ready/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(["A-1", "A-2", "A-3"], items.Select(i => i.GetProperty("key").GetString()));
        Assert.Equal([true, false, false], items.Select(i => i.GetProperty("ready").GetBoolean()));
        Assert.Equal(["acceptance criteria", "answers to open points"], items[2].GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("runwayWeeks").ValueKind);
        Assert.Equal(
            """{"of":2,"mended":0,"pulled":0,"open":2,"left":0,"items":[{"key":"A-2","became":"open","missing":["acceptance criteria"]},{"key":"A-3","became":"open","missing":["acceptance criteria","answers to open points"]}]}""",
            json.RootElement.GetProperty("followUp").GetRawText());
    }

    [Fact]
    public async Task A_team_says_what_ready_is()
    {
        var settings = _program.File("own.json", """{ "Teams": [ { "Name": "A", "DefinitionOfReady": [ "CL006", "storyPoints" ] } ] }""");
        await Backlog();

        Assert.Equal(0, await _program.Run("ready", "--config", settings));
        Assert.Contains("Without an estimate (2):\n   1  A-1  Pay by invoice\n      has no estimate\n      ask: What finished item was about as large?\n", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_only_hints_is_told_where_a_definition_asks_for_it()
    {
        var settings = _program.File("own.json", """{ "Teams": [ { "Name": "A", "DefinitionOfReady": [ "CL006", "cl005", "due", "RD002" ] } ] }""");
        await Backlog();

        Assert.Equal(0, await _program.Run("ready", "--config", settings));
        Assert.Contains($"A: the Definition of Ready names CL005, RD002, whose findings are hints and never count. Name rules that are warnings; `{Product.CommandLine} rules` tells which are.", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mute_that_does_nothing_is_told()
    {
        var settings = _program.File("own.json", """
            { "Teams": [ { "Name": "A", "Mutes": [ "CL004:A-9", { "Rule": "CL006", "Label": "legal" }, { "Rule": "CL006", "Item": "A-3", "Until": "2026-02-01" }, { "Rule": "CL004", "Item": "A-2" } ] } ] }
            """);
        await Backlog();

        Assert.Equal(0, await _program.Run("ready", "--config", settings));
        Assert.Contains("A: the mute of CL004 for A-9 matches nothing: found no open item A-9. Expected the key of an open item. Correct it or take it out of Mutes.", _program.Error, StringComparison.Ordinal);
        Assert.Contains("A: the mute of CL006 for the label legal matches nothing: found no open item with the label legal. Expected a label that items bear. Correct it or take it out of Mutes.", _program.Error, StringComparison.Ordinal);
        Assert.Contains("A: the mute of CL006 for A-3 ended on 2026-02-01, so its findings count again. Take it out of Mutes, or set a later Until.", _program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("A-2", _program.Error, StringComparison.Ordinal);
    }
}
