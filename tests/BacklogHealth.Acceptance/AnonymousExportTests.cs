using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Acceptance;

/// <summary>What <c>export --anonymise</c> writes of the sample teams is read again with the same numbers, and says nothing of what they work on.</summary>
public sealed partial class AnonymousExportTests : IAsyncLifetime
{
    private SampleRun _run = null!;

    public async ValueTask InitializeAsync()
    {
        _run = await SampleRun.Start();
        await using var store = await _run.OpenStore();
        foreach (var project in _run.Backlog.Projects)
        {
            await _run.Pull(store, project.Team);
        }
    }

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Theory]
    [InlineData("Checkout")]
    [InlineData("Field Service")]
    public async Task What_is_read_again_has_the_same_forecasts_and_nearly_the_same_scores(string team)
    {
        var file = Path.Combine(_run.Folder, "anonymous.jsonl");
        await Ran("sample.db", "export", "--anonymise", "--team", team, "--out", file);
        await Ran("again.db", "import", file, "--team", "Again");

        foreach (var question in new[] { "when --items 20", "how-many --days 28", "chance --items 15 --days 28" })
        {
            var (asked, again) = (await Asked("sample.db", team, question), await Asked("again.db", "Again", question));
            Assert.True(asked["enough"]!.GetValue<bool>());
            Assert.True(JsonNode.DeepEquals(asked, again), $"{question}: {asked} became {again}");
        }

        var before = Lines(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Where(i => i["findings"] is not null).ToList();
        var after = Lines(await Ran("again.db", "score", "--jsonl", "--team", "Again")).ToDictionary(i => Key(i), StringComparer.Ordinal);
        Assert.Equal(before.Select(Key).Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        var scores = before.Count(b => Number(b, "clarity") == Number(after[Key(b)], "clarity") && Number(b, "slicing") == Number(after[Key(b)], "slicing"));
        var findings = before.Count(b => OfText(b["findings"]!.AsArray().Select(f => f!.GetValue<string>())).SequenceEqual(OfText(after[Key(b)]["findings"]!.AsArray().Select(f => f!["rule"]!.GetValue<string>()))));
        TestContext.Current.SendDiagnosticMessage($"{team}: {before.Count} open items, the same scores {scores}, the same findings on texts {findings}");
        Assert.True(scores >= before.Count * 0.9, $"{scores} of {before.Count} items have the same scores");
        Assert.True(findings >= before.Count * 0.9, $"{findings} of {before.Count} items have the same findings on their texts");
    }

    [Fact]
    public async Task No_word_of_an_item_is_left_but_those_that_rules_look_for()
    {
        var shown = await Ran("sample.db", "export", "--anonymise");
        var known = _run.Backlog.Projects.SelectMany(p => p.Items).SelectMany(i => Texts(i)).SelectMany(t => Letters().Matches(t).Select(m => m.Value.ToLowerInvariant()))
            .Where(w => w.Length > 5 && !KnownWords.Holds(w)).ToHashSet(StringComparer.Ordinal);
        Assert.True(known.Count > 500);
        // Of the schema, of HTML, and names that trackers come with.
        string[] ours = ["health", "checked", "progress", "resolution", "medium", "release", "started"];
        var left = Lines(shown).SelectMany(Values).SelectMany(t => Letters().Matches(t).Select(m => m.Value.ToLowerInvariant())).Where(w => known.Contains(w) && !ours.Contains(w, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
        Assert.Empty(left);
        Assert.DoesNotContain("Checkout", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("CHK-", shown, StringComparison.Ordinal);
        Assert.All(_run.Backlog.Projects.SelectMany(p => p.Sprints), s => Assert.DoesNotContain($"\"{s.Name}\"", shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_data_give_the_same_bytes() =>
        Assert.Equal(await Ran("sample.db", "export", "--anonymise"), await Ran("sample.db", "export", "--anonymise"));

    // Findings that rest on comments, links and pictures, or on other items, need what a file of items cannot hold.
    private static IEnumerable<string> OfText(IEnumerable<string> rules) =>
        rules.Where(r => !r.StartsWith("BL", StringComparison.Ordinal) && r is not ("RD005" or "RD006" or "RD008" or "RD009")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Key(JsonNode item) => item["key"]!.GetValue<string>();

    private static int? Number(JsonNode item, string name) => item[name]?.GetValue<int>();

    private static IEnumerable<JsonNode> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!);

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Values(p.Value)),
        JsonArray a => a.SelectMany(Values),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [v.GetValue<string>()],
        _ => [],
    };

    private static IEnumerable<string> Texts(SampleTracker.Backlog.SampleItem item) =>
        [item.Title, .. item.Labels, .. item.Description?.Blocks.Select(b => b.Text) ?? [], .. item.Comments.SelectMany(c => c.Text.Blocks).Select(b => b.Text)];

    private async Task<JsonNode> Asked(string database, string team, string question)
    {
        var answer = JsonNode.Parse(await Ran(database, ["forecast", .. question.Split(' '), "--json", "--team", team]))!;
        answer.AsObject().Remove("team");
        return answer;
    }

    private async Task<string> Ran(string database, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["BACKLOGHEALTH__Storage__ConnectionString"] = $"Data Source={Path.Combine(_run.Folder, database)}" };
        var code = await new CommandLineApp(new AppHost(output, error, TextReader.Null, _run.Time, variables, IsTerminal: false, CanAsk: false)).Run(args);
        Assert.True(code == 0, $"exit code {code}: {error}");
        return output.ToString();
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Letters();
}
