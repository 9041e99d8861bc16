using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class HealthTrendChartTests
{
    private static readonly DateOnly Monday = new(2026, 10, 26);

    [Theory]
    [InlineData(new double[] { 60, 62, 66 }, "Median clarity rose from 60 to 66 since 26 October")]
    [InlineData(new double[] { 66, 62, 60 }, "Median clarity fell from 66 to 60 since 26 October")]
    [InlineData(new double[] { 60, 70, 60.4 }, "Median clarity stays at 60")]
    public void The_title_says_where_clarity_went(double[] clarity, string title) => Assert.StartsWith(title, new HealthTrendChart(Trend(clarity)).Title.Plain, StringComparison.Ordinal);

    [Fact]
    public void Fewer_than_three_weeks_are_no_trend() => Assert.Equal(
        "The trend grows with each weekly run: 2 weeks so far; from 3 on, it is drawn here.", new HealthTrendChart(Trend([60, 62])).TooLittle!.Plain);

    [Fact]
    public void Ready_work_is_counted_against_what_is_wanted()
    {
        Assert.Equal("There was less ready work than wanted in 1 of 3 weeks", new RunwayTrendChart(Trend([60, 61, 62], 1.5, 2, 3), 2).Title.Plain);
        Assert.Equal("There was enough ready work in all of 3 weeks", new RunwayTrendChart(Trend([60, 61, 62], 2.5, 2, 3), 2).Title.Plain);
        Assert.Equal("There was less ready work than wanted in all of 3 weeks; 2 weeks are wanted. Now it lasts 1 week.", new RunwayTrendChart(Trend([60, 61, 62], 1.5, 1, 1), 2).Alt.Plain);
    }

    [Fact]
    public void A_week_whose_runway_is_not_known_is_left_out() => Assert.Equal(
        "The trend grows with each weekly run: 2 weeks so far; from 3 on, it is drawn here.", new RunwayTrendChart(Trend([60, 61, 62], null, 2, 3), 2).TooLittle!.Plain);

    [Fact]
    public void The_version_that_said_it_stands_beside_each_week() =>
        Assert.Equal(["26 Oct 2026", "60", "70", "40", "0.4.0"], new HealthTrendChart(Trend([60, 62, 66])).Numbers.Rows[0].Select(c => c.Plain));

    private static HealthTrend Trend(double[] clarity, params double?[] runway) => new([.. clarity.Select((c, i) => new TrendWeek(
        Monday.AddDays(7 * i),
        new HealthPoint(new DateTimeOffset(Monday.AddDays(7 * i).ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero), "0.4.0", c, 70, runway.ElementAtOrDefault(i), 10, 5, 40),
        SameRules: i > 0))]);
}
