using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class TextThatNoRuleCanReadTests
{
    [Theory]
    [Trait("Case", "42")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_language_that_the_rules_do_not_know_is_not_scored_and_not_called_bad(SampleTrackerKind kind)
    {
        await using var sample = await Hostile.Pulled(kind);
        var item = await sample.Labelled("other-language");
        var score = await Score(sample, item.Key);
        Assert.False(score["scored"]!.GetValue<bool>());
        Assert.NotEqual("", score["reason"]!.GetValue<string>());
        Assert.Equal((null, null), (score["clarity"], score["slicing"]));
        Assert.Empty(score["findings"]!.AsArray());
        Assert.Null((await sample.Exported())[item.Id]["clarity"]);
        Assert.All(await sample.Reports(), r => Assert.DoesNotContain("fault of the program", r.Value, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Case", "42")]
    public async Task A_German_text_among_English_ones_is_read_as_German()
    {
        await using var sample = await Hostile.Pulled(SampleTrackerKind.JiraCloud, b => b.With(
            b.Projects[0].Items.Single(i => i.Labels.Contains("empty-description")).Id,
            i => i with { Title = "Mit der Karte bezahlen", Description = SampleText.Of("Als Kunde will ich mit der Karte bezahlen, damit ich nicht auf die Rechnung warten muss und die Ware sofort bekomme.") }));
        var score = await Score(sample, (await sample.Labelled("empty-description")).Key);
        Assert.Equal(("de", true), (score["language"]!.GetValue<string>(), score["scored"]!.GetValue<bool>()));
    }

    [Theory]
    [Trait("Case", "42")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_template_that_nobody_filled_in_gives_no_reason_and_no_role(SampleTrackerKind kind)
    {
        await using var sample = await Hostile.Pulled(kind);
        var item = await sample.Labelled("template");
        Assert.Contains("<role>", item.Description.Plain, StringComparison.Ordinal);
        var score = await Score(sample, item.Key);
        Assert.True(score["scored"]!.GetValue<bool>());
        var rules = score["findings"]!.AsArray().Select(f => f!["rule"]!.GetValue<string>()).ToList();
        Assert.Contains("CL006", rules);
    }

    [Theory]
    [Trait("Case", "42")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_pasted_stack_trace_is_no_text_that_is_judged(SampleTrackerKind kind)
    {
        await using var sample = await Hostile.Pulled(kind);
        var item = await sample.Labelled("stack-trace");
        Assert.Contains("Shop.Pay.Step200()", item.Description.Plain, StringComparison.Ordinal);
        var score = await Score(sample, item.Key);
        Assert.DoesNotContain(
            score["findings"]!.AsArray().SelectMany(f => f!["evidence"]?.AsArray() ?? []), e => e!.ToJsonString().Contains("Shop.Pay", StringComparison.Ordinal));
    }

    private static async Task<JsonNode> Score(SyncedSample sample, string key)
    {
        var (code, output) = await sample.Run("explain", key, "--json");
        Assert.True(code == 0, sample.Told);
        return JsonNode.Parse(output)!["score"]!;
    }
}
