using BacklogHealth.Core.Flow;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class CumulativeFlowTests
{
    [Fact]
    public void Each_day_shows_what_had_happened_by_its_end()
    {
        FlowItem[] flow =
        [
            Seen(Item("1", (0, "To Do"), (2, "In Progress"), (4, "Done"))),
            Seen(Item("2", (1, "To Do"), (3, "Done"))),
            Seen(Item("3", (2, "To Do"))),
        ];
        Assert.Equal(
            [new(Day(1), 2, 0, 0), new(Day(2), 3, 1, 0), new(Day(3), 3, 2, 1), new CumulativeDay(Day(4), 3, 2, 2)],
            CumulativeFlow.PerDay(flow, TeamCalendar.Utc, new Period(Day(1), Day(5))));
        Assert.Equal([0, 1, 1, 0], Wip.PerDay(flow, TeamCalendar.Utc, new Period(Day(1), Day(5))).Counts);
    }

    [Fact]
    public void An_item_finished_on_an_unknown_day_is_in_no_band_and_in_no_throughput()
    {
        FlowItem[] flow = [Seen(Item("1", (0, "Done")) with { Complete = false }), Seen(Item("2", (1, "To Do")))];
        var period = new Period(Day(0), Day(3));
        Assert.Equal(new CumulativeDay(Day(2), 1, 0, 0), CumulativeFlow.PerDay(flow, TeamCalendar.Utc, period)[^1]);
        Assert.Equal(0, Throughput.PerDay(flow, TeamCalendar.Utc, period).Total);
    }

    [Fact]
    public void Bands_are_never_negative_and_never_shrink()
    {
        StartedAndFinishedTests.Histories.List[0, 15].Sample(items =>
        {
            var flow = items.Select(i => Seen(i)).ToList();
            var days = CumulativeFlow.PerDay(flow, TeamCalendar.Utc, new Period(Day(0), Day(80)));
            Assert.All(days, d => Assert.True(d.Waiting >= 0 && d.InProgress >= 0 && d.Finished >= 0));
            Assert.All(days.Zip(days.Skip(1)), p => Assert.True(p.First.Created <= p.Second.Created && p.First.Started <= p.Second.Started && p.First.Finished <= p.Second.Finished));
            Assert.Equal(items.Count, days[^1].Created);
        });
    }

    [Fact]
    public void The_finished_band_grows_by_the_throughput()
    {
        StartedAndFinishedTests.Histories.List[0, 15].Sample(items =>
        {
            var flow = items.Select(i => Seen(i)).ToList();
            var period = new Period(Day(0), Day(80));
            Assert.Equal(Throughput.PerDay(flow, TeamCalendar.Utc, period).Total, CumulativeFlow.PerDay(flow, TeamCalendar.Utc, period)[^1].Finished);
        });
    }

    [Fact]
    public void Reopenings_are_found_where_an_item_left_finished()
    {
        var item = Item("1", (0, "To Do"), (3, "Done"), (4, "Closed"), (10, "In Progress"), (20, "Done"), (21, "To Do"));
        Assert.Equal([At(10), At(21)], Reopenings.Of(item, Board, At(30)));
        Assert.Equal([At(10)], Reopenings.Of(item, Board, At(21)));
    }

    [Fact]
    public void A_reset_reopens_nothing_and_what_follows_it_may()
    {
        var item = Item("1", (0, "To Do"), (3, "Done"), (10, "To Do"), (11, "Closed"), (20, "To Do"), (21, "In Progress")).Reset(2, 4);
        Assert.Empty(Reopenings.Of(item, Board, At(21)));
        Assert.Equal([At(21)], Reopenings.Of(item, Board, At(30)));
    }

    [Fact]
    public void No_reset_is_ever_a_reopening() =>
        StartedAndFinishedTests.Histories.Sample(item => Assert.Empty(Reopenings.Of(item.Reset([.. Enumerable.Range(1, item.States.Length)]), Board, At(400))));
}
