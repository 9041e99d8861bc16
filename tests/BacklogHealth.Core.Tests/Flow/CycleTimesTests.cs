using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class CycleTimesTests
{
    [Fact]
    public void An_item_started_and_finished_on_one_day_took_one_day()
    {
        Assert.Equal(1, CycleTime.Days(Seen(Item("1", (0, "To Do"), (2, "In Progress"), (2.1, "Done"))), TeamCalendar.Utc));
        Assert.Equal(4, CycleTime.Days(Seen(Item("1", (0, "To Do"), (2, "In Progress"), (5, "Done"))), TeamCalendar.Utc));
    }

    [Fact]
    public void A_change_of_the_clock_neither_adds_nor_takes_a_day()
    {
        // 28 March 22:30 to 29 March 21:30 UTC is 23:30 to 23:30 in Berlin: two calendar days, though 23 hours passed.
        var berlin = new TeamCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var start = new DateTimeOffset(2026, 3, 28, 22, 30, 0, TimeSpan.Zero);
        var item = Item("1", (0, "To Do")) with { States = [new(At(0), "1", "To Do"), new(start, "2", "In Progress"), new(start.AddHours(23), "4", "Done")] };
        Assert.Equal(2, CycleTime.Days(Seen(item), berlin));
    }

    [Fact]
    public void Items_that_cannot_be_timed_are_left_out_and_counted()
    {
        FlowItem[] flow =
        [
            Seen(Item("1", (0, "To Do"), (2, "In Progress"), (5, "Done"))),
            Seen(Item("2", (0, "To Do"), (4, "Done"))),
            Seen(Item("3", (0, "To Do"), (2, "In Progress"), (5, "Done")) with { Complete = false }),
            Seen(Item("4", (0, "To Do"), (2, "In Progress"), (50, "Done"))),
            Seen(Item("5", (0, "To Do"), (2, "In Progress"), (3, "Done")) with { Kind = WorkItemKind.Epic }),
            Seen(Item("6", (0, "To Do"), (2, "In Progress"))),
        ];
        var times = CycleTimes.Of(flow, TeamCalendar.Utc, new Period(Day(0), Day(30)));
        Assert.Equal([new CycleTimePoint("1", "T-1", Day(5), 4)], times.Points);
        Assert.Equal((1, 1, 4), (times.NeverStarted, times.HistoryIncomplete, times.Percentile(0.85)));
    }

    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.50, 10)]
    [InlineData(0.85, 17)]
    [InlineData(0.95, 19)]
    [InlineData(1.00, 20)]
    public void A_percentile_is_the_value_at_the_nearest_rank(double share, int expected) =>
        Assert.Equal(expected, Percentile.NearestRank([.. Enumerable.Range(1, 20)], share));

    [Fact]
    public void A_percentile_covers_its_share_and_one_value_less_does_not()
    {
        Gen.Select(Gen.Int[1, 50].List[1, 60], Gen.Int[1, 100]).Sample((values, percent) =>
        {
            var sorted = values.Order().ToList();
            var found = Percentile.NearestRank(sorted, percent / 100.0);
            Assert.True(100 * sorted.Count(v => v <= found) >= percent * sorted.Count);
            Assert.True(100 * sorted.Count(v => v < found) < percent * sorted.Count);
        });
    }

    [Fact]
    public void A_percentile_of_nothing_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Percentile.NearestRank(Array.Empty<int>(), 0.5));
        Assert.Equal("a percentile needs at least one value; found none (Parameter 'ascending')", error.Message);
    }

    [Fact]
    public void Age_counts_both_days_and_only_for_items_in_progress()
    {
        Assert.Equal(6, WorkItemAge.Days(Seen(Item("1", (0, "To Do"), (2, "Review"))), TeamCalendar.Utc, Day(7)));
        Assert.Null(WorkItemAge.Days(Seen(Item("1", (0, "To Do"))), TeamCalendar.Utc, Day(7)));
        Assert.Null(WorkItemAge.Days(Seen(Item("1", (0, "To Do"), (2, "Review"), (4, "Done"))), TeamCalendar.Utc, Day(7)));
    }
}
