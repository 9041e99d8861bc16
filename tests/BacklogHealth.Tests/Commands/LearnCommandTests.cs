using System.Text.Json;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Steps;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

public sealed class LearnCommandTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2026-03-02 07:00") };

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task With_three_items_it_says_what_cannot_be_told_and_why()
    {
        await Import("A,Pay by card,3", "B,Pay by invoice,5", "C,Pay in parts,8");

        Assert.Equal(0, await _program.Run("learn"));
        Assert.Equal(
            """
            A: what we can and cannot tell from items begun before 2026-03-02

            How large an item is likely to be
              We can tell what public projects teach. Whether it holds for you nobody can say yet: 3 items were begun with an estimate, and it takes 100.

            What is changed, asked about or sent back after it was begun
              We cannot tell. A file has texts as they were when it was written, and not as they were when work on an item began. Connect the tracker itself.

            What stays in progress for longer than 85 of 100 items
              We cannot tell. A file has texts as they were when it was written, and not as they were when work on an item began. Connect the tracker itself.

            What unready items cost
              We cannot tell yet. It takes 20 finished items that were begun unready and as many that were begun ready.

            """.ReplaceLineEndings("\n"),
            _program.Output);
    }

    [Fact]
    public async Task Estimates_that_are_all_the_same_and_absurd_ones_teach_nothing()
    {
        await Import([.. Enumerable.Range(0, 60).Select(i => $"A{i},Show page {i},3"), "B,Show all pages,1000000000"]);

        Assert.Equal(0, await _program.Run("learn"));
        Assert.Contains("We cannot tell. All 60 items that were begun with an estimate have the same one.", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run("score", "--jsonl"));
        Assert.Contains("\"size\":null", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_words_of_a_team_s_own_items_tell_is_used_from_then_on()
    {
        string[] words = ["Walnut", "Hazel"];
        await Import([.. Enumerable.Range(0, 160).Select(i => $"A{i},{words[i % 2]} the page of item number {i},{(i % 2 == 0 ? 8 : 1)}")]);
        Assert.Equal(0, await _program.Run("score", "--jsonl"));
        Assert.Contains("public model, rank correlation", _program.Output, StringComparison.Ordinal);

        Assert.Equal(0, await _program.Run("learn"));
        Assert.StartsWith("A: what we can and cannot tell", _program.Output, StringComparison.Ordinal);
        Assert.Contains(" later items were put in order by what earlier ones teach beyond public projects", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run("score", "--jsonl"));
        Assert.Contains("your data, rank correlation", _program.Output, StringComparison.Ordinal);

        // What was learned of later data says nothing of a day before.
        Assert.Equal(0, await _program.Run("score", "--jsonl", "--as-of", "2026-02-20"));
        Assert.DoesNotContain("your data", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_every_verdict_in_one_line_a_team()
    {
        await Import("A,Pay by card,3");

        Assert.Equal(0, await _program.Run("learn", "--json"));
        using var json = JsonDocument.Parse(Assert.Single(_program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(("backlog-health/learn/1", "A", "2026-03-02"), (json.RootElement.GetProperty("schema").GetString(), json.RootElement.GetProperty("team").GetString(), json.RootElement.GetProperty("asOf").GetString()));
        Assert.Equal(["size publicAlone True", "rework noHistory False", "risk noHistory False"], json.RootElement.GetProperty("models").EnumerateArray().Select(m => $"{m.GetProperty("target")} {m.GetProperty("reason")} {m.GetProperty("shown").GetBoolean()}"));
    }

    [Theory]
    [InlineData("{\"schema\":\"other\"}", "A: What was learned of \"rework\" is left out: found a file of another kind; expected one that begins with \"schema\": \"backlog-health/model/1\". Run `")]
    [InlineData("not a model", "A: What was learned of \"rework\" is left out: found a text that is no model (")]
    public async Task A_damaged_or_foreign_model_is_left_out_and_told_and_nothing_else_is_lost(string coefficients, string told)
    {
        await Import("A,Pay by card,3");
        var verdict = JsonSerializer.Serialize(new ModelVerdict(ModelTargets.Rework, VerdictReason.Learned) { DataTo = new DateOnly(2026, 3, 1) }, KeptJson.Default.ModelVerdict);
        await using (var store = await BacklogStore.Open($"Data Source={Path.Combine(_program.Folder, "test.db")}", _program.Time))
        {
            await store.SaveModels("A", [new KeptModel(ModelTargets.Rework, new DateOnly(2026, 3, 1), _program.Time.GetUtcNow(), verdict, coefficients)]);
            var kept = await KeptModels.Of("A", store, CancellationToken.None);
            Assert.Equal((OwnModels.None.Verdicts.Length, 0), (kept.Verdicts.Length, kept.Models.Count));
        }

        Assert.Equal(0, await _program.Run("report", "coach", "--out", _program.Folder));
        Assert.Contains(told, _program.Error, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run("learn"));
        Assert.Contains(told, _program.Error, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run("learn"));
        Assert.DoesNotContain("left out", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_of_which_nothing_is_stored_is_told()
    {
        Assert.Equal(2, await _program.Run("learn", "--team", "Nobody"));
        Assert.NotEqual("", _program.Error);
    }

    private async Task Import(params string[] rows) =>
        Assert.Equal(0, await _program.Run(
            "import",
            _program.File("a.csv", $"key,title,storyPoints,status,created,started,resolved\n{string.Join('\n', rows.Select((r, i) => $"{r},Done,2026-01-05,{new DateOnly(2026, 1, 6).AddDays(i / 4):yyyy-MM-dd},{new DateOnly(2026, 1, 8).AddDays(i / 4):yyyy-MM-dd}"))}\nOPEN,Walnut the last page,,Open,2026-01-05,,\n"),
            "--team", "A"));
}
