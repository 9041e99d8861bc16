using BacklogHealth.Core.Forecasting;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class DriftInWordsTests
{
    private static readonly DateOnly Since = new(2026, 11, 2);

    private static string Said(Drift? drift, double? visibleFall = null, bool slowdown = false)
    {
        var report = new ReportContext(new SampleHealth { Slowdown = slowdown }.Input(), Audience.ProductOwner);
        return DriftInWords.Of(report, report.Health.NextFourWeeks with { Drift = drift, VisibleFall = visibleFall }).Plain;
    }

    [Fact]
    public void A_fall_that_lasts_is_told_with_what_the_forecast_does_about_it() => Assert.Equal(
        "The last 3 weeks are unlike those before: 5 items were finished since 2 November, where about 15 were to be expected. A team that goes on as before sees so few less than once in 250 such stretches. The forecasts follow: half of their weight rests on these weeks alone.",
        Said(new Drift(Since, 3, 5, 15.2, 0.004)));

    [Fact]
    public void Two_silent_weeks_may_be_a_holiday() => Assert.Equal(
        "The last 2 weeks are unlike those before: nothing was finished since 2 November, where about 10 were to be expected. A team that goes on as before sees so few less than once in 2,500 such stretches. The forecasts follow in part: two weeks may be a holiday.",
        Said(new Drift(Since, 2, 0, 10, 0.0001)));

    [Fact]
    public void Where_days_off_are_known_two_weeks_of_work_are_no_holiday() => Assert.EndsWith(
        "The forecasts follow in part: they wait until the pace has lasted.", Said(new Drift(Since, 4, 0, 10, 0.0001) { Worked = 2.2 }), StringComparison.Ordinal);

    [Fact]
    public void A_rise_has_to_last() => Assert.Equal(
        "The last 4 weeks are unlike those before: 60 items were finished since 2 November, where about 20 were to be expected. A team that goes on as before sees so many less than once in 2,500 such stretches. The forecasts follow in part: they wait until the pace has lasted.",
        Said(new Drift(Since, 4, 60, 20, 0.0004)));

    [Fact]
    public void Without_an_alarm_it_says_what_it_could_have_seen()
    {
        Assert.Equal("Nothing in the last weeks is beyond what the past makes likely. A fall of the pace by 40 % or more would most likely have shown within 4 weeks.", Said(null, 0.4));
        Assert.Equal("Nothing in the last weeks is beyond what the past makes likely; with so few items, even a large fall of the pace would take more than four weeks to show.", Said(null));
    }

    [Fact]
    public void A_change_that_is_told_elsewhere_is_not_denied_here() => Assert.Equal(
        "The change of pace since 12 October is in these numbers; it lies within what the past of this team and of others makes possible.", Said(null, 0.4, slowdown: true));
}
