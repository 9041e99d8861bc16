using BacklogHealth.Core.Flow;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class FinishHistoryTests
{
    [Fact]
    public void Dates_run_from_the_first_to_the_last_in_whatever_order_they_come()
    {
        var history = FinishHistory.OfDates([Day(4), Day(1), Day(4)]);
        Assert.Equal(Day(1), history.First);
        Assert.Equal([1, 0, 0, 2], history.Counts);
    }

    [Fact]
    public void Dates_from_the_day_asked_on_are_unknown_and_silence_before_it_counts()
    {
        Assert.Equal([1, 0, 0], FinishHistory.OfDates([Day(1), Day(4)], Day(4)).Counts);
        Assert.Equal([1, 0, 0, 1, 0, 0], FinishHistory.OfDates([Day(1), Day(4)], Day(7)).Counts);
    }

    [Fact]
    public void Without_a_date_there_is_an_empty_series()
    {
        Assert.Empty(FinishHistory.OfDates([], Day(7)).Counts);
        Assert.Equal(Day(7), FinishHistory.OfDates([], Day(7)).End);
        Assert.Empty(FinishHistory.OfDates([Day(9)], Day(7)).Counts);
    }

    [Fact]
    public void A_teams_history_runs_up_to_today_and_leaves_the_unfinished_day_out()
    {
        var flow = new[] { 2.0, 2.0, 5.0, 7.0 }.Select((d, i) => Seen(Item($"{i}", (0, "To Do"), (d, "Done"))));
        Assert.Equal([2, 0, 0, 1, 0], FinishHistory.Of(flow, TeamCalendar.Utc, Day(7)).Counts);
    }
}
