using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class HealthTrendTests
{
    // Now is Monday 20 July 2026, 09:00 UTC.
    private static readonly DateOnly ThisMonday = new(2026, 7, 20);

    [Fact]
    public void The_present_is_told_by_the_numbers_that_reports_have()
    {
        var health = Build(Steady(), [.. Waiting(30, 10), Open("begun", state: "Review")]);
        var point = HealthPoint.Of(health);

        Assert.Equal(new HealthPoint(health.AsOf, "test", 50, 100, health.Runway.Weeks85, 14, 10, 31), point);
        Assert.Equal([new TrendWeek(ThisMonday, point, true)], health.Trend.Weeks);
    }

    [Fact]
    public void Without_items_there_is_a_point_of_nothing()
    {
        var point = HealthPoint.Of(Build([]));
        Assert.Equal((null, null, null, 0, 0, 0), (point.MedianClarity, point.MedianSlicing, point.RunwayWeeks85, point.NextItems, point.NextReady, point.OpenItems));
    }

    [Fact]
    public void The_last_of_each_week_stands_for_it_and_the_present_for_the_running_one()
    {
        // Days 199 and 193 are the Sunday and the Monday of the week before, 192 the Sunday before that.
        var trend = Trend(Said(193, 1), Said(199.6, 3), Said(195, 2), Said(192, 9), Said(200.1, 7), Said(205, 8));

        Assert.Equal([(ThisMonday.AddDays(-14), (double?)9), (ThisMonday.AddDays(-7), 3), (ThisMonday, 50)], trend.Weeks.Select(w => (w.Monday, w.Point.MedianClarity)));
    }

    [Fact]
    public void Weeks_begin_at_midnight_of_the_teams_zone()
    {
        // 22:30 UTC on a Sunday is Monday in Berlin.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var said = new HealthPoint(new DateTimeOffset(2026, 7, 12, 22, 30, 0, TimeSpan.Zero), "test", 1, null, null, null, null, null);
        Assert.Equal(ThisMonday.AddDays(-14), HealthTrend.Of([said], Build([])).Weeks[0].Monday);
        Assert.Equal(ThisMonday.AddDays(-7), HealthTrend.Of([said], HealthBuilder.Build(Input([]) with { Calendar = new TeamCalendar(zone) })).Weeks[0].Monday);
    }

    [Fact]
    public void What_other_rules_said_is_marked() =>
        Assert.Equal([false, true, true], Trend(Said(185, 1) with { Version = "0.1.0" }, Said(192, 1)).Weeks.Select(w => w.SameRules));

    [Fact]
    public void A_week_that_the_team_s_own_rules_told_differently_is_known_by_the_last_week_that_kept_them()
    {
        HealthPoint By(double day, double? rules) => Said(day, 1) with { OwnRules = rules };

        Assert.Equal([ThisMonday.AddDays(-14), ThisMonday], HealthTrend.Of([By(171, null), By(178, 7), By(185, 7), By(192, 8), By(197, null)], Build([]) with { OwnRules = 9 }).OwnRulesChanged);
        Assert.Empty(HealthTrend.Of([By(178, null), By(185, 7), By(192, null)], Build([]) with { OwnRules = 7 }).OwnRulesChanged);
        Assert.Equal([ThisMonday.AddDays(-14)], HealthTrend.Of([By(185, 7), By(192, 8)], Build([])).OwnRulesChanged);
    }

    [Fact]
    public void Half_a_year_is_shown_and_no_more()
    {
        var trend = Trend([.. Enumerable.Range(1, 60).Select(w => Said(200 - (7 * w), w))]);
        Assert.Equal(HealthTrend.MostWeeks, trend.Weeks.Length);
        Assert.Equal(ThisMonday.AddDays(-7 * 25), trend.Weeks[0].Monday);
    }

    [Fact]
    public void The_bounds_are_those_of_the_weeks_that_are_shown()
    {
        var bounds = HealthTrend.Bounds(TeamCalendar.Utc, At(Now));
        Assert.Equal(26, bounds.Length);
        Assert.Equal(TeamCalendar.Utc.StartOf(ThisMonday), bounds[^1]);
        Assert.Equal(TeamCalendar.Utc.StartOf(ThisMonday.AddDays(-7 * 25)), bounds[0]);
        Assert.Equal(bounds[^1], HealthTrend.Bounds(TeamCalendar.Utc, bounds[^1])[^1]);
    }

    [Fact]
    public void Each_week_is_shown_once_in_order_and_nothing_lies_behind_the_present()
    {
        Gen.Double[-100, 260].List[0, 40].Sample(days =>
        {
            var trend = Trend([.. days.Select((d, i) => Said(d, i))]);
            Assert.Equal(trend.Weeks.Select(w => w.Monday).Distinct().Order(), trend.Weeks.Select(w => w.Monday));
            Assert.All(trend.Weeks, w => Assert.True(w.Point.AsOf <= At(Now) && w.Monday > ThisMonday.AddDays(-7 * HealthTrend.MostWeeks)));
            Assert.InRange(trend.Weeks.Length, 1, HealthTrend.MostWeeks);
        });
    }

    private static HealthTrend Trend(params HealthPoint[] said) => HealthBuilder.Build(Input(Steady(), Waiting(2, 0)) with { SaidBefore = said }).Trend;

    private static HealthPoint Said(double day, double clarity) => new(At(day), "test", clarity, null, null, null, null, null);
}
