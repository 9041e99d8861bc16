using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health;

public sealed class DueFindingsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly TeamContext Team = new() { Today = Today };

    // One item finished on each working day of two years.
    private static readonly Forecaster Steady = new UsualMethod(new DailyCounts(new DateOnly(2024, 3, 2), [.. Enumerable.Range(0, 730).Select(d => d % 7 >= 5 ? 0 : 1)]));

    [Fact]
    public void An_item_far_down_the_backlog_does_not_come_by_a_day_next_week()
    {
        var open = DueFindings.Add([Item("A-1", 1, Today.AddDays(30)), Item("A-2", 40, Today.AddDays(7)), Item("A-3", 41, null)], Steady, Today, Team);

        Assert.Empty(open[0].Score.Findings);
        var finding = Assert.Single(open[1].Score.Findings);
        Assert.Equal(("BL010", Severity.Info, 0, "2026-03-09", "0", "40"), (finding.RuleId, finding.Severity, finding.Points, finding.Values["due"], finding.Values["n"], finding.Values["place"]));
        Assert.Empty(open[2].Score.Findings);
    }

    [Fact]
    public void What_is_begun_comes_first_and_what_has_passed_is_told_elsewhere()
    {
        var begun = Enumerable.Range(0, 10).Select(i => Item($"B-{i}", null, null) with { State = WorkItemState.Started });
        var open = DueFindings.Add([.. begun, Item("A-1", 1, Today.AddDays(7)), Item("A-2", 2, Today.AddDays(-1))], Steady, Today, Team);

        Assert.Equal("11", Assert.Single(open.Single(i => i.Item.Key == "A-1").Score.Findings).Values["place"]);
        Assert.Empty(open.Single(i => i.Item.Key == "A-2").Score.Findings);
    }

    [Fact]
    public void Without_a_forecast_and_where_it_is_muted_nothing_is_said()
    {
        ImmutableArray<BacklogItem> open = [Item("A-1", 40, Today.AddDays(7))];

        Assert.Equal(open, DueFindings.Add(open, null, Today, Team));
        Assert.Empty(DueFindings.Add(open, Steady, Today, Team with { MinimumSeverity = Severity.Warning })[0].Score.Findings);
        Assert.Empty(DueFindings.Add(open, Steady, Today, Team with { Mutes = [new Mute { Rule = "BL010" }] })[0].Score.Findings);
    }

    [Fact]
    public void What_is_muted_for_an_item_or_by_its_label_is_kept_as_muted()
    {
        var item = Item("A-1", 40, Today.AddDays(7));
        var labelled = item with { Item = item.Item with { Key = "A-2", Labels = ["mute-bl010"] } };
        var scores = DueFindings.Add([item, labelled], Steady, Today, Team with { Mutes = [new Mute { Rule = "BL010", Item = "a-1", Reason = "agreed" }] }).Select(i => i.Score).ToList();

        Assert.All(scores, s => Assert.Empty(s.Findings));
        Assert.Equal([("BL010", "agreed"), ("BL010", "label mute-bl010")], scores.Select(s => Assert.Single(s.Muted)).Select(m => (m.Finding.RuleId, m.Mute.Reason)));
    }

    private static BacklogItem Item(string key, int? position, DateOnly? due) => new(
        new WorkItemSummary(key, key, key, "Story", WorkItemKind.Story, "To Do", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), null, null, due, [], []),
        WorkItemState.NotStarted, position, new ItemScore(key, key, 50, 50, "en", null, []), new Readiness(true, [], []), null);
}
