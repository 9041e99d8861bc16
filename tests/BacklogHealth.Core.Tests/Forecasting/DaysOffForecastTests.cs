using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting;

public sealed class DaysOffForecastTests
{
    private static readonly double[] Levels = [0.05, 0.5, 0.7, 0.85, 0.95];
    private static readonly Gen<DailyCounts> Series = UsualMethodTests.Series;

    // Single days and runs of them, before and behind the end of a history.
    private static readonly Gen<(int From, int Days)[]> Runs = Gen.Select(Gen.Int[-500, 120], Gen.Int[1, 20]).Array[0, 12];

    private static Forecaster On(DailyCounts series, DaysOff off) => new CalibratedMethod(daysOff: off).Prepare(series);

    private static DaysOff OffAbout(DateOnly day, IEnumerable<(int From, int Days)> runs) =>
        DaysOff.Of(runs.SelectMany(r => Enumerable.Range(r.From, r.Days)).Select(day.AddDays));

    private static DaysOff Run(DateOnly first, int days) => OffAbout(first, [(0, days)]);

    [Fact]
    public void Without_days_off_that_matter_every_number_is_the_same()
    {
        Gen.Select(Series, Gen.Int[1, 700], Gen.Int[1, 80]).Sample((series, days, items) =>
        {
            var far = DaysOff.Of([series.First.AddDays(-8), series.End.AddDays(Forecaster.LongestHorizon + 8)]);
            var (without, with) = (new CalibratedMethod().Prepare(series), On(series, far));
            Assert.Equal(Enumerable.Range(0, 200).Select(without.Items(days).Of), Enumerable.Range(0, 200).Select(with.Items(days).Of));
            Assert.Equal(without.When(items, Levels), with.When(items, Levels));
            Assert.Equal(without.Drift, with.Drift);
        }, iter: 40);
    }

    [Fact]
    public void A_day_off_to_come_never_makes_so_many_items_more_likely()
    {
        Gen.Select(Series, Runs, Gen.Int[0, 90], Gen.Int[1, 120]).Sample((series, runs, more, days) =>
        {
            var some = OffAbout(series.End, runs);
            var one = DaysOff.Of(some.Days.Append(series.End.AddDays(more)));
            var (before, after) = (On(series, some).Items(days), On(series, one).Items(days));
            Assert.All([1, 2, 5, 20, 80, 300], k => Assert.True(after.ChanceOfAtLeast(k) <= before.ChanceOfAtLeast(k) + 1e-12));
        }, iter: 60);
    }

    [Fact]
    public void More_days_never_bring_less_and_the_three_views_agree()
    {
        Gen.Select(Series, Runs, Gen.Int[1, 150], Gen.Int[1, 60]).Sample((series, runs, days, items) =>
        {
            var forecaster = On(series, OffAbout(series.End, runs));
            var (now, later) = (forecaster.Items(days), forecaster.Items(days + 1));
            Assert.All([1, 3, 10, 40, 150], k => Assert.True(later.ChanceOfAtLeast(k) >= now.ChanceOfAtLeast(k) - 1e-12));
            foreach (var (level, day) in Levels.Zip(forecaster.When(items, Levels)))
            {
                var chance = now.ChanceOfAtLeast(items);
                if (Math.Abs(chance - level) > 1e-9)
                {
                    Assert.Equal(day <= days, chance >= level);
                }
            }
        }, iter: 60);
    }

    [Fact]
    public void A_walk_through_a_history_says_what_a_fresh_look_at_each_point_says()
    {
        Gen.Select(Runs, Gen.Int[1, 6]).Sample((runs, pace) =>
        {
            var series = new DailyCounts(new DateOnly(2023, 3, 8), [.. SyntheticTeam.Days(pace, 700, _ => 5 * pace, 1.5)]);
            var off = OffAbout(series.End, runs);
            var walking = new CalibratedMethod(daysOff: off);
            for (var end = 365; end <= 700; end += 28)
            {
                var known = series.Until(series.First.AddDays(end));
                Assert.Equal(On(known, off).Items(28).Quantiles(Levels), walking.Prepare(known).Items(28).Quantiles(Levels));
            }
        }, iter: 20);
    }

    [Fact]
    public void A_horizon_of_days_off_brings_nothing_and_no_number_is_said()
    {
        var series = new DailyCounts(new DateOnly(2025, 1, 1), [.. Enumerable.Repeat(3, 364)]);
        var method = new CalibratedMethod(daysOff: Run(series.End, 14));
        var maker = new ForecastMaker(series, method.Prepare);

        Assert.Empty(maker.HowMany(14).AtLeast);
        Assert.Equal((14, 0.0), (maker.Chance(1, 14).DaysOff, maker.Chance(1, 14).Probability));
        Assert.NotEmpty(maker.HowMany(15).AtLeast);
        Assert.All(maker.When(1).By, b => Assert.True(b.Days >= 15));
        Assert.Equal(14, maker.When(1).DaysOff);
        Assert.NotEmpty(new ForecastMaker(series).HowMany(14).AtLeast);
        Assert.Equal(0, new ForecastMaker(series).HowMany(14).DaysOff);
        Assert.NotEmpty(maker.HowMany(14).Usual!.AtLeast); // the baseline knows of none
    }

    [Fact]
    public void Every_path_stands_still_on_days_off()
    {
        var series = new DailyCounts(new DateOnly(2025, 1, 1), [.. Enumerable.Repeat(3, 364)]);
        var paths = On(series, Run(series.End.AddDays(7), 7)).Paths([7, 14, 21], 500, new Random(3));
        Assert.Equal(paths[0], paths[1]);
        Assert.True(paths[2].Zip(paths[1]).All(x => x.First > x.Second));
    }

    [Fact]
    public void A_sunday_off_changes_next_to_nothing_where_nobody_works_on_sundays()
    {
        var series = new DailyCounts(new DateOnly(2025, 1, 1), [.. SyntheticTeam.Days(4, 2 * 364, _ => 20, 1)]);
        var sunday = Enumerable.Range(0, 7).Select(series.End.AddDays).First(d => d.DayOfWeek == DayOfWeek.Sunday);
        var mean = On(series, DaysOff.None).Items(14).Mean;
        Assert.InRange(On(series, Run(sunday, 1)).Items(14).Mean, mean * 0.995, mean);
        Assert.InRange(On(series, Run(sunday.AddDays(1), 1)).Items(14).Mean, mean * 0.87, mean * 0.93);
    }

    [Fact]
    public void A_weekday_is_not_light_because_it_was_often_off()
    {
        // Every second Monday of the last year was off, none to come is.
        var (first, monday) = (new DateOnly(2025, 1, 1), DayOfWeek.Monday);
        var off = DaysOff.Of(Enumerable.Range(0, 364).Select(first.AddDays).Where(d => d.DayOfWeek == monday && d.DayNumber / 7 % 2 == 0));
        var series = new DailyCounts(first, [.. Enumerable.Range(0, 364).Select(i => off.Is(first.AddDays(i)) ? 0 : 4)]);
        var next = Enumerable.Range(0, 7).First(i => series.End.AddDays(i).DayOfWeek == monday);
        var forecaster = On(series, off);
        Assert.InRange(forecaster.Items(7 + next + 1).Mean - forecaster.Items(7 + next).Mean, 3.8, 4.2);
    }

    [Fact]
    public void A_closing_of_whole_weeks_leaves_the_forecast_as_it_was_before()
    {
        Gen.Select(Gen.Int[0, 12].Array[301], Gen.Int[1, 4]).Sample((counts, weeks) =>
        {
            var before = new DailyCounts(new DateOnly(2025, 1, 1), [.. counts]);
            var closed = before.Until(before.End.AddDays(7 * weeks));
            var off = Run(before.End, 7 * weeks);
            Assert.Equal(On(before, DaysOff.None).Items(28).Quantiles(Levels), On(closed, off).Items(28).Quantiles(Levels));
            Assert.Equal(On(before, DaysOff.None).Drift, On(closed, off).Drift is { } drift ? drift with { Weeks = drift.Weeks - weeks } : null);
        }, iter: 20);
    }

    [Fact]
    public void A_team_that_began_just_before_a_closing_is_forecast_by_the_days_it_worked()
    {
        var first = new DateOnly(2025, 12, 17);
        var series = new DailyCounts(first, [4, 4, 4, 4, 4, 4, .. Enumerable.Repeat(0, 14)]);
        Assert.InRange(On(series, Run(first.AddDays(6), 14)).Items(7).AtLeast(0.5), 18, 32);
        Assert.Equal(On(series.Until(first.AddDays(6)), DaysOff.None).Items(7).AtLeast(0.5), On(series, Run(first.AddDays(6), 14)).Items(7).AtLeast(0.5));
    }

    [Fact]
    public void Days_off_without_an_end_stay_within_bounds()
    {
        var series = new DailyCounts(new DateOnly(2025, 1, 1), [.. Enumerable.Repeat(3, 100)]);
        var maker = new ForecastMaker(series, new CalibratedMethod(daysOff: Run(series.First, 100 + Forecaster.LongestHorizon)).Prepare);
        Assert.True(maker.When(1).NoEndInSight);
        Assert.Empty(maker.HowMany(Forecaster.LongestHorizon).AtLeast);
        Assert.InRange(On(series, Run(series.First, 100)).Items(7).AtLeast(0.5), 18, 24);
    }
}
