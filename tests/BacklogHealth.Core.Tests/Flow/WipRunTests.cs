using BacklogHealth.Core.Flow;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class WipRunTests
{
    [Fact]
    public void Each_day_is_counted_at_its_end_and_the_middle_is_told()
    {
        FlowItem[] flow = [Seen(Item("1", (0, "To Do"), (1, "In Progress"), (4, "Done"))), Seen(Item("2", (0, "To Do"), (2, "In Progress"), (5, "Done"))), Seen(Item("3", (0, "To Do"), (2, "In Progress")))];
        var run = WipRun.Of(flow, TeamCalendar.Utc, new Period(Day(0), Day(8)));

        Assert.Equal([0, 1, 3, 3, 2, 1, 1, 1], run.Days.Counts);
        Assert.Equal((1.0, 3, 1), (run.Median, run.Most, run.Last));
    }

    [Fact]
    public void Without_a_day_there_is_no_middle() =>
        Assert.Equal((null, 0, null), (WipRun.Of([], TeamCalendar.Utc, new Period(Day(0), Day(0))).Median, WipRun.Of([], TeamCalendar.Utc, new Period(Day(0), Day(0))).Most, WipRun.Of([], TeamCalendar.Utc, new Period(Day(0), Day(0))).Last));

    [Fact]
    public void The_work_of_a_day_is_the_items_whose_interval_holds_its_end()
    {
        StartedAndFinishedTests.Histories.List[0, 15].Sample(items =>
        {
            var flow = items.Select(i => Seen(i)).ToList();
            var run = WipRun.Of(flow, TeamCalendar.Utc, new Period(Day(0), Day(80)));
            for (var day = 0; day < 80; day++)
            {
                var end = TeamCalendar.Utc.StartOf(Day(day + 1));
                Assert.Equal(flow.Count(f => f.Started < end && !(f.Finished < end)), run.Days.Counts[day]);
            }
        });
    }
}
