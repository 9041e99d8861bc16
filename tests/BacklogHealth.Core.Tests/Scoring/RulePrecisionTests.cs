using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class RulePrecisionTests
{
    [Fact]
    public void A_rule_is_right_where_nobody_muted_its_finding_for_the_item()
    {
        var scores = Scores(found: 20, muted: 2);

        Assert.Equal(new RulePrecision("CL004", 20, 18), Assert.Single(RulePrecision.Of(scores)));
        Assert.False(RulePrecision.Of(scores)[0].IsTooOftenWrong);
    }

    [Theory]
    [InlineData(10, 4, true)]
    [InlineData(10, 3, false)]
    [InlineData(9, 9, false)]
    public void Below_seventy_in_a_hundred_of_ten_or_more_it_becomes_a_hint(int found, int muted, bool hint) =>
        Assert.Equal(hint, RulePrecision.Of(Scores(found, muted))[0].IsTooOftenWrong);

    [Fact]
    public void A_rule_muted_as_a_whole_is_not_judged() =>
        Assert.Empty(RulePrecision.Of([Some.Score(Some.Item("Export orders", "It must be fast."), Some.Team with { Mutes = [new Mute { Rule = "CL004" }] })]));

    [Fact]
    public void As_a_hint_it_takes_no_points()
    {
        var score = Some.Score("Export orders", "It must be fast.");
        var points = score.Findings.Single(f => f.RuleId == "CL004").Points;
        var hint = RulePrecision.AsHints(score, new HashSet<string> { "CL004" });

        Assert.Equal((Severity.Info, 0), (hint.Findings.Single(f => f.RuleId == "CL004").Severity, hint.Findings.Single(f => f.RuleId == "CL004").Points));
        Assert.Equal(score.Clarity + points, hint.Clarity);
        Assert.Same(score, RulePrecision.AsHints(score, new HashSet<string> { "CL006" }));
    }

    private static List<ItemScore> Scores(int found, int muted)
    {
        var team = Some.Team with { Mutes = [.. Enumerable.Range(0, muted).Select(i => new Mute { Rule = "CL004", Item = $"CHK-{i}" })] };
        return [.. Enumerable.Range(0, found).Select(i => Some.Score(Some.Item("Export orders", "It must be fast.", key: $"CHK-{i}"), team))];
    }
}
