using BacklogHealth.Core.Flow;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class KnownFinishesTests
{
    [Fact]
    public void An_item_finished_then_and_reopened_since_counts_as_finished_then()
    {
        var item = Item("1", (0, "To Do"), (3, "Done"), (10, "In Progress"), (20, "Done"));
        var known = new KnownFinishes([item], Board, TeamCalendar.Utc, At(30));
        Assert.Equal((1, 0, 1), (known.Before(Day(8)).On(Day(3)), known.Before(Day(12)).Total, known.Before(Day(25)).On(Day(20))));
        Assert.Equal(0, known.Before(Day(25)).On(Day(3)));
    }

    [Fact]
    public void An_item_that_was_reset_and_put_back_counts_on_its_first_day()
    {
        var known = new KnownFinishes([Item("1", (0, "To Do"), (3, "Done"), (10, "To Do"), (20, "Done")).Reset(2)], Board, TeamCalendar.Utc, At(30));
        Assert.Equal((1, 0, 1), (known.Before(Day(8)).On(Day(3)), known.Before(Day(12)).Total, known.Before(Day(25)).On(Day(3))));
    }

    [Fact]
    public void An_item_that_is_gone_now_was_there_then()
    {
        var item = Item("1", (0, "To Do"), (3, "Done")) with { Gone = At(10) };
        var known = new KnownFinishes([item], Board, TeamCalendar.Utc, At(30));
        Assert.Equal((1, 0), (known.Before(Day(8)).Total, known.Before(Day(12)).Total));
    }

    [Fact]
    public void A_past_day_is_told_as_it_would_have_been_told_then()
    {
        StartedAndFinishedTests.Histories.List[1, 12].Sample(items =>
        {
            var known = new KnownFinishes(items, Board, TeamCalendar.Utc, At(60));
            for (var day = 0; day <= 60; day += 3)
            {
                var then = FinishHistory.Of(StartedAndFinished.Of(items, Board, TeamCalendar.Utc.StartOf(Day(day))), TeamCalendar.Utc, Day(day));
                Assert.Equal(then.Total, known.Before(Day(day)).Total);
                Assert.All(Enumerable.Range(0, day), d => Assert.Equal(then.On(Day(d)), known.Before(Day(day)).On(Day(d))));
                Assert.Equal(Day(day), known.Before(Day(day)).End);
            }
        }, iter: 50);
    }
}
