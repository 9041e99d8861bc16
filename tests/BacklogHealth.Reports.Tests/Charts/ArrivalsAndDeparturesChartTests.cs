using BacklogHealth.Core.Flow;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ArrivalsAndDeparturesChartTests
{
    private static readonly DateOnly First = new(2026, 10, 26);

    [Theory]
    [InlineData(3, 1, "12 items came in and 4 left in 4 weeks: the backlog grew")]
    [InlineData(0, 1, "No item came in and 4 left in 4 weeks: the backlog shrank")]
    [InlineData(2, 2, "As many items came in as left in 4 weeks: 8")]
    public void The_title_says_whether_the_backlog_grew(int created, int finished, string title) => Assert.Equal(title, Of(4, created, finished).Title.Plain);

    [Fact]
    public void All_ways_out_are_counted_and_told_apart()
    {
        var chart = new ArrivalsAndDeparturesChart(new ArrivalsAndDepartures([.. Enumerable.Range(0, 4).Select(i => new ArrivalWeek(First.AddDays(7 * i), 5, 2, 1, 1, 10 + i))], 9));

        Assert.Equal("20 items came in and 16 left in 4 weeks: the backlog grew. Of those that left, 8 were finished, 4 dropped and 4 removed.", chart.Alt.Plain);
        Assert.Equal("Items a week, those removed since included, 26 Oct 2026 to 22 Nov 2026; open before: 9, now: 13", chart.Caption.Plain);
        Assert.Equal(["26 Oct 2026", "5", "2", "1", "1", "10"], chart.Numbers.Rows[0].Select(c => c.Plain));
    }

    [Fact]
    public void Too_little_to_draw_is_said()
    {
        Assert.Equal("1 whole week of history so far; from 4 weeks on, what comes and goes is shown here.", Of(1, 1, 1).TooLittle!.Plain);
        Assert.Equal("Nothing came in and nothing left in 4 weeks.", Of(4, 0, 0).TooLittle!.Plain);
    }

    private static ArrivalsAndDeparturesChart Of(int weeks, int created, int finished) =>
        new(new ArrivalsAndDepartures([.. Enumerable.Range(0, weeks).Select(i => new ArrivalWeek(First.AddDays(7 * i), created, finished, 0, 0, 10))], 10));
}
