using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class ArrivalsAndDeparturesTests
{
    [Fact]
    public void Each_week_shows_what_came_and_how_it_left()
    {
        FlowItem[] flow =
        [
            Seen(Item("old", (0, "To Do"), (9, "Done"))),
            Seen(Item("new", (8, "To Do"), (15, "Done"))),
            Seen(Item("dropped", (9, "To Do"), (16, "Closed")) with { Discarded = true }),
            Seen(Item("open", (15, "To Do"))),
            Seen(Item("part", (8, "To Do")) with { Kind = WorkItemKind.SubTask }),
        ];
        var weeks = ArrivalsAndDepartures.Of(flow, [Gone("gone", 8, 17)], TeamCalendar.Utc, new Period(Day(5), Day(21)));

        Assert.Equal(1, weeks.OpenBefore);
        Assert.Equal([new(Day(7), 3, 1, 0, 0, 3), new ArrivalWeek(Day(14), 1, 1, 1, 1, 1)], weeks.Weeks);
        Assert.Equal((4, 2, 1, 1, 0), (weeks.Created, weeks.Finished, weeks.Dropped, weeks.Removed, weeks.Net));
    }

    [Fact]
    public void What_went_after_it_was_finished_or_was_finished_on_an_unknown_day_is_nowhere()
    {
        var finished = Item("f", (8, "To Do"), (9, "Done")) with { Gone = At(12) };
        var weeks = ArrivalsAndDepartures.Of([Seen(Item("u", (8, "Done")) with { Complete = false })], [Seen(finished, 12)], TeamCalendar.Utc, new Period(Day(7), Day(14)));

        Assert.Equal([new ArrivalWeek(Day(7), 0, 0, 0, 0, 0)], weeks.Weeks);
    }

    [Fact]
    public void Days_that_make_no_week_show_nothing()
    {
        Assert.Empty(ArrivalsAndDepartures.Of([], [], TeamCalendar.Utc, new Period(Day(0), Day(6))).Weeks);
        Assert.Equal([new ArrivalWeek(Day(0), 0, 0, 0, 0, 0)], ArrivalsAndDepartures.Of([], [], TeamCalendar.Utc, new Period(Day(0), Day(7))).Weeks);
    }

    [Fact]
    public void What_came_less_what_left_is_the_change_of_what_is_open_and_the_end_is_what_is_open_now()
    {
        Gen.Select(StartedAndFinishedTests.Histories.List[0, 15], Gen.Int[0, 30], Gen.Int[31, 90]).Sample((items, from, to) =>
        {
            var flow = items.Select(i => Seen(i)).ToList();
            var moved = ArrivalsAndDepartures.Of(flow, [Gone("g", 3, 40)], TeamCalendar.Utc, new Period(Day(from), Day(to)));
            var open = moved.OpenBefore;
            foreach (var week in moved.Weeks)
            {
                open += week.Net;
                Assert.Equal(week.OpenAtEnd, open);
                Assert.True(week.OpenAtEnd >= 0);
            }

            var end = ArrivalsAndDepartures.Of(flow, [Gone("g", 3, 40)], TeamCalendar.Utc, new Period(Day(0), Day(700)));
            Assert.Equal(flow.Count(f => f.State != WorkItemState.Finished), end.Weeks[^1].OpenAtEnd);
        });
    }

    [Fact]
    public void What_is_finished_is_the_throughput()
    {
        StartedAndFinishedTests.Histories.List[0, 15].Sample(items =>
        {
            var flow = items.Select(i => Seen(i)).ToList();
            var period = new Period(Day(0), Day(77));
            Assert.Equal(
                Throughput.PerWeek(Throughput.PerDay(flow, TeamCalendar.Utc, period)).Select(w => w.Items),
                ArrivalsAndDepartures.Of(flow, [], TeamCalendar.Utc, period).Weeks.Select(w => w.Finished));
        });
    }

    private static FlowItem Gone(string id, int created, int gone) => Seen(Item(id, (created, "To Do")) with { Gone = At(gone) }, gone);
}
