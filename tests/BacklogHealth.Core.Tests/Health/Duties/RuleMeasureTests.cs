using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health.Duties;

public sealed class RuleMeasureTests
{
    private static readonly TestDuty Six = new()
    {
        Rules = [new TestRule("CL009")],
        Open = [Waiting("1", rules: "CL009"), Waiting("2"), Waiting("3"), Waiting("4"), Waiting("5"), Waiting("6", WorkItemKind.Bug, rules: "CL009"), Waiting("7", WorkItemKind.Task)],
    };

    [Fact]
    public void An_item_of_which_the_rule_found_nothing_counts_as_good_and_others_are_not_asked() => Assert.Equal("4 of 5 (80 %)", Six.Ask("items-with-problem"));

    [Fact]
    public void An_item_that_was_not_scored_is_neither_good_nor_bad()
    {
        var (scored, history) = Waiting("8");
        var measure = (Six with { Open = [.. Six.Open, (scored with { Score = scored.Score with { NotScoredBecause = "No text." } }, history)] }).Measure("items-with-problem");

        Assert.Equal((80, 5, 6), (measure.Value, measure.N, measure.Of));
    }

    [Fact]
    public void A_rule_that_is_not_in_the_book_says_nothing() => Assert.Equal("No rule looks for it.", (Six with { Rules = [] }).Ask("items-with-problem"));

    [Fact]
    public void A_rule_that_the_team_has_switched_off_says_nothing() => Assert.Equal("The team has switched the rule off.", (Six with { Muted = ["cl009"] }).Ask("items-with-problem"));

    [Fact]
    public void The_first_of_the_backlog_are_counted_apart() => Assert.Equal("1 of 5", Six.Ask("top-with-solution"));

    [Fact]
    public void Of_several_rules_one_in_the_book_suffices_and_the_oldest_finding_tells_its_days()
    {
        var asked = Waiting("1", rules: "RD004");
        asked.Scored = asked.Scored with { Score = asked.Scored.Score with { Findings = [asked.Scored.Score.Findings[0] with { Values = ImmutableSortedDictionary<string, string>.Empty.Add("days", "23") }] } };
        var duty = new TestDuty { Rules = [new TestRule("RD004")], Open = [asked, Waiting("2", rules: "RD004"), Waiting("3")] };

        Assert.Equal("2 of 3", duty.Ask("open-questions"));
        Assert.Equal("23 days", duty.Ask("oldest-question"));
        Assert.Equal("Nothing tells since when they stand open.", (duty with { Open = [Waiting("2", rules: "RD004")] }).Ask("oldest-question"));
        Assert.Equal("There is none.", (duty with { Open = [Waiting("3")] }).Ask("oldest-question"));
    }
}
