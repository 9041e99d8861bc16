using BacklogHealth.Core.Flow;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class WipRunChartTests
{
    private static readonly DateOnly First = new(2026, 9, 28);

    [Theory]
    [InlineData(4, 7, "7 items are in progress, more than the usual 4")]
    [InlineData(4, 0, "No item is in progress, fewer than the usual 4")]
    [InlineData(4, 4, "4 items are in progress, as usual")]
    [InlineData(1, 1, "1 item is in progress, as usual")]
    public void The_title_sets_today_against_the_usual(int usual, int now, string title) => Assert.Equal(title, Of(usual, now).Title.Plain);

    [Fact]
    public void Window_and_extremes_are_said()
    {
        Assert.Equal("Items in progress at the end of each day, 28 Sep 2026 to 22 Nov 2026, n = 56 days", Of(4, 7).Caption.Plain);
        Assert.Equal("7 items are in progress, more than the usual 4. Most were in progress at once: 7; fewest: 4.", Of(4, 7).Alt.Plain);
    }

    [Fact]
    public void A_day_of_each_week_stands_in_the_table_the_last_one_included()
    {
        var rows = Of(4, 7).Numbers.Rows;

        Assert.Equal(8, rows.Length);
        Assert.Equal("22 Nov 2026", rows[^1][0].Plain);
        Assert.Equal(7, rows[^1][1].Value);
    }

    [Fact]
    public void Too_little_to_draw_is_said()
    {
        Assert.Equal("2 whole weeks of history so far; from 4 weeks on, work in progress is shown here.", new WipRunChart(Run([.. Enumerable.Repeat(1, 15)])).TooLittle!.Plain);
        Assert.Equal("Nothing was in progress at the end of any day.", Of(0, 0).TooLittle!.Plain);
        Assert.Null(Of(4, 7).TooLittle);
    }

    private static WipRunChart Of(int usual, int now) => new(Run([.. Enumerable.Repeat(usual, 55), now]));

    private static WipRun Run(int[] counts) => new(new DailyCounts(First, [.. counts]), counts.Order().ElementAt(counts.Length / 2), counts.Max());
}
