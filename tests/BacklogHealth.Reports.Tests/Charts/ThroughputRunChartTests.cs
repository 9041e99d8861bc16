using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Numbers;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ThroughputRunChartTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void The_title_names_the_middle_week_where_nothing_changed() =>
        Assert.Equal("About 3 items are finished a week", Of(null, 2, 3, 4, 3).Title.Plain);

    [Fact]
    public void The_title_names_the_change_where_there_is_one() =>
        Assert.Equal("3.3 items are finished a week since 12 October; it was 6.5 before", Of(new ThroughputShift(new DateOnly(2026, 10, 12), 6.5, 3.3, 0.001), 6, 7, 3, 4).Title.Plain);

    [Fact]
    public void Weeks_without_a_finished_item_are_counted_and_listed()
    {
        var chart = Of(null, 0, 0, 5, 0);

        Assert.Equal("In most weeks nothing is finished", chart.Title.Plain);
        Assert.Equal(["0", "0", "5", "0"], chart.Numbers.Rows.Select(r => r[1].Plain));
        Assert.Equal("Finished items a week, 4 weeks to 22 November, n = 5", chart.Caption.Plain);
    }

    [Fact]
    public void Half_of_the_weeks_is_not_called_most() => Assert.Equal("In half of the weeks nothing is finished", Of(null, 0, 3, 0, 2).Title.Plain);

    [Fact]
    public void Too_little_history_is_said_and_nothing_drawn()
    {
        var figure = Of(null, 2, 1).ToFigure(Saying.English);

        Assert.Null(figure.Picture);
        Assert.Equal("2 whole weeks of history so far; from 4 weeks on, the pace is shown here.", figure.Caption.Plain);
        Assert.Equal("Items finished a week", figure.Title.Plain);
    }

    [Fact]
    public void Weeks_in_which_nothing_was_finished_at_all_are_said() =>
        Assert.Equal("Nothing was finished in the 5 weeks to 22 November; the pace is shown here once something is.", Of(null, 0, 0, 0, 0, 0).TooLittle!.Plain);

    private static ThroughputRunChart Of(ThroughputShift? shift, params int[] weeks) =>
        new(new ThroughputNumbers([.. weeks.Select((n, i) => new WeekCount(Today.AddDays(-7 * (weeks.Length - i)), n))], shift));
}
