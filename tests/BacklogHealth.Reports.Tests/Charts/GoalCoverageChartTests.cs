using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class GoalCoverageChartTests
{
    private static readonly DateTimeOffset Until = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_title_counts_what_was_finished_under_a_goal() => Assert.Equal("30 of 40 items finished in twelve weeks stood under a goal", Of(6, 40).Title.Plain);

    [Fact]
    public void Where_nothing_was_finished_it_counts_what_is_open() => Assert.Equal("5 of 20 open items stand under a goal", Of(6, 0).Title.Plain);

    [Fact]
    public void Why_nothing_is_drawn_is_said()
    {
        Assert.Equal("The tracker holds no epics and no item has a parent, so nothing can stand under a goal.", Of(6, 40, hasGoals: false).TooLittle!.Plain);
        Assert.Equal("2 weeks of history so far; from 4 weeks on, goals are shown here.", Of(2, 40).TooLittle!.Plain);
        Assert.Null(Of(6, 40).TooLittle);
    }

    private static GoalCoverageChart Of(int weeks, int finished, bool hasGoals = true) => new(new GoalCoverage(
        [.. Enumerable.Range(0, weeks).Select(i => new GoalWeek(
            Until.AddDays(7 * (i + 1 - weeks)), new DateOnly(2026, 11, 23).AddDays(7 * (i + 1 - weeks)), new Covered(1, 2), new Covered(finished * 3 / 4, finished), new Covered(2, 3), new Covered(5, 20)))],
        hasGoals));
}
