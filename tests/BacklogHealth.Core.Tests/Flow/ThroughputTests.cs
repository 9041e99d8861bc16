using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class ThroughputTests
{
    private static FlowItem Finished(string id, double day) => Seen(Item(id, (0, "To Do"), (1, "In Progress"), (day, "Done")));

    [Fact]
    public void Counts_items_on_the_day_they_were_finished_with_zero_days_shown()
    {
        var counts = Throughput.PerDay([Finished("1", 2), Finished("2", 2), Finished("3", 5), Finished("4", 9)], TeamCalendar.Utc, new Period(Day(1), Day(7)));
        Assert.Equal([0, 2, 0, 0, 1, 0], counts.Counts);
    }

    [Fact]
    public void Leaves_out_epics_sub_tasks_and_dropped_items()
    {
        var item = Item("1", (0, "To Do"), (2, "Done"));
        FlowItem[] flow = [Seen(item with { Kind = WorkItemKind.Epic }), Seen(item with { Kind = WorkItemKind.SubTask }), Seen(item with { Discarded = true }), Seen(item with { Kind = WorkItemKind.Bug })];
        Assert.Equal(1, Throughput.PerDay(flow, TeamCalendar.Utc, new Period(Day(0), Day(5))).Total);
    }

    [Fact]
    public void A_week_without_finishes_counts_as_zero_and_a_part_of_a_week_is_left_out()
    {
        var daily = new DailyCounts(Day(0), [5, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
        Assert.Equal([new(Day(2), 1), new WeekCount(Day(9), 3)], Throughput.PerWeek(daily));
        Assert.Equal([new WeekCount(Day(0), 0)], Throughput.PerWeek(new DailyCounts(Day(0), [0, 0, 0, 0, 0, 0, 0])));
        Assert.Empty(Throughput.PerWeek(new DailyCounts(Day(0), [])));
    }

    [Theory]
    [InlineData("2026-03-29T22:30:00Z", "2026-03-30")] // summer time began that morning: 00:30 in Berlin
    [InlineData("2026-03-28T22:30:00Z", "2026-03-28")] // still winter time: 23:30
    [InlineData("2026-10-24T22:30:00Z", "2026-10-25")] // still summer time: 00:30
    [InlineData("2026-10-25T22:30:00Z", "2026-10-25")] // winter time again: 23:30
    public void The_day_of_a_finish_is_the_teams_own(string finished, string day)
    {
        var berlin = new TeamCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var at = DateTimeOffset.Parse(finished, System.Globalization.CultureInfo.InvariantCulture);
        var item = Item("1", (0, "To Do")) with { States = [new(At(0), "1", "To Do"), new(at, "4", "Done")] };
        var expected = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(1, Throughput.PerDay([Seen(item)], berlin, new Period(expected, expected.AddDays(1))).Total);
    }
}
