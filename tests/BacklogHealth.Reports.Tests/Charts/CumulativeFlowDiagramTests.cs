using BacklogHealth.Core.Flow;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class CumulativeFlowDiagramTests
{
    private static readonly DateOnly First = new(2026, 10, 25);

    [Fact]
    public void The_title_says_what_came_in_and_what_was_finished_within_the_window()
    {
        var chart = new CumulativeFlowDiagram([.. Enumerable.Range(0, 29).Select(i => new CumulativeDay(First.AddDays(i), 100 + i, 90 + i / 2, 80 + i / 4))]);

        Assert.Equal("28 items came in and 7 were finished in 4 weeks", chart.Title.Plain);
        Assert.Equal("Items by day, 4 weeks to 22 November, removed items left out; on 25 Oct: 10 waiting, 10 in progress", chart.Caption.Plain);
        Assert.Equal(["22 Nov 2026", "24", "17", "7"], chart.Numbers.Rows[^1].Select(c => c.Plain));
    }

    [Fact]
    public void A_short_history_is_said() =>
        Assert.Equal("1 whole week of history so far; from 4 weeks on, the flow is shown here.", new CumulativeFlowDiagram([.. Enumerable.Range(0, 8).Select(i => new CumulativeDay(First.AddDays(i), 4, 2, 1))]).TooLittle!.Plain);
}
