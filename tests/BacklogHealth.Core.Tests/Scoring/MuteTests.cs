using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class MuteTests
{
    private static readonly WorkItem Vague = Some.Item("Export orders", "It must be fast and robust.") with { Labels = ["Legal"] };

    [Fact]
    public void A_muted_finding_takes_no_points_and_says_why()
    {
        var open = Some.Score(Vague);
        var score = Some.Score(Vague, With(new Mute { Rule = "CL004", Item = "chk-1", Reason = "the law says so" }));

        Assert.Contains("CL004", Some.RuleIds(open));
        Assert.DoesNotContain("CL004", Some.RuleIds(score));
        Assert.Equal(("CL004", "the law says so"), (Assert.Single(score.Muted).Finding.RuleId, score.Muted[0].Mute.Reason));
        Assert.True(score.Clarity > open.Clarity);
    }

    public static TheoryData<Mute, bool> Covering() => new()
    {
        { new Mute { Rule = "cl005" }, true },
        { new Mute { Item = "CHK-1" }, true },
        { new Mute { Label = "legal" }, true },
        { new Mute { Rule = "CL005", Label = "legal", Until = new DateOnly(2026, 3, 2) }, true },
        { new Mute { Rule = "CL005", Label = "other" }, false },
        { new Mute { Rule = "CL005", Item = "CHK-2" }, false },
        { new Mute { Rule = "CL006" }, false },
        { new Mute { Rule = "CL005", Until = new DateOnly(2026, 3, 1) }, false },
    };

    [Theory]
    [MemberData(nameof(Covering))]
    public void It_covers_what_it_names_until_its_last_day(Mute mute, bool covers) =>
        Assert.Equal(covers, !Some.RuleIds(Some.Score(Vague, With(mute))).Contains("CL005"));

    [Theory]
    [InlineData("mute-cl005", true)]
    [InlineData("MUTE-CL005", true)]
    [InlineData("mute-all", true)]
    [InlineData("mute-CL006", false)]
    [InlineData("mute-CL999", false)]
    [InlineData("mute", false)]
    public void A_label_in_the_tracker_mutes_a_rule_for_its_item(string label, bool mutes) =>
        Assert.Equal(mutes, !Some.RuleIds(Some.Score(Vague with { Labels = [label] })).Contains("CL005"));

    [Fact]
    public void A_team_may_have_no_such_labels() =>
        Assert.Contains("CL005", Some.RuleIds(Some.Score(Vague with { Labels = ["mute-cl005"] }, Some.Team with { MuteLabelPrefix = "" })));

    [Fact]
    public void Hints_can_be_left_out_by_severity()
    {
        var hint = Some.Score(Vague, Some.Team with { MinimumSeverity = Severity.Error });

        Assert.DoesNotContain(hint.Findings, f => f.Severity < Severity.Error);
    }

    private static TeamContext With(Mute mute) => Some.Team with { Mutes = [mute] };
}
