using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting;

public sealed class CalibratedForecasterTests
{
    private static readonly DateOnly First = new(2025, 1, 1);
    private static readonly double[] Levels = [0.05, 0.5, 0.7, 0.85, 0.95];
    private static readonly Gen<DailyCounts> Series = UsualMethodTests.Series;

    private static Forecaster On(DailyCounts series) => new CalibratedMethod().Prepare(series);

    private static DailyCounts Days(IEnumerable<int> counts) => new(First, [.. counts]);

    [Fact]
    public void The_three_views_agree()
    {
        Gen.Select(Series, Gen.Int[1, 60], Gen.Int[1, 80]).Sample((series, days, items) =>
        {
            var forecaster = On(series);
            var distribution = forecaster.Items(days);
            foreach (var (level, day) in Levels.Zip(forecaster.When(items, Levels)))
            {
                // Both are computed from the same futures, the one as a sum, the other as a whole distribution.
                var chance = distribution.ChanceOfAtLeast(items);
                if (Math.Abs(chance - level) > 1e-9)
                {
                    Assert.Equal(day <= days, distribution.AtLeast(level) >= items);
                    Assert.Equal(day <= days, chance >= level);
                }
            }
        }, iter: 60);
    }

    [Fact]
    public void More_work_never_ends_sooner_and_more_days_never_bring_less()
    {
        Gen.Select(Series, Gen.Int[1, 60], Gen.Int[1, 700]).Sample((series, items, days) =>
        {
            var forecaster = On(series);
            Assert.All(forecaster.When(items, Levels).Zip(forecaster.When(items + 1, Levels)), x => Assert.True(x.First is null ? x.Second is null : x.Second is null || x.First <= x.Second));
            var (now, later) = (forecaster.Items(days), forecaster.Items(days + 1));
            foreach (var k in new[] { 1, 3, 10, 40, 150 })
            {
                Assert.True(later.ChanceOfAtLeast(k) >= now.ChanceOfAtLeast(k) - 1e-9);
            }
        }, iter: 60);
    }

    [Fact]
    public void More_certainty_means_fewer_items_and_later_days()
    {
        Gen.Select(Series, Gen.Int[1, 90], Gen.Int[1, 90]).Sample((series, days, items) =>
        {
            var forecaster = On(series);
            Assert.Equal(Levels.Select(forecaster.Items(days).AtLeast).OrderDescending(), Levels.Select(forecaster.Items(days).AtLeast));
            var when = forecaster.When(items, Levels);
            Assert.Equal(when.OrderBy(d => d ?? int.MaxValue), when);
        }, iter: 60);
    }

    [Fact]
    public void A_shift_by_whole_weeks_changes_nothing()
    {
        Gen.Select(Series, Gen.Int[1, 60], Gen.Int[-500, 500]).Sample((series, days, weeks) =>
        {
            var shifted = On(series with { First = series.First.AddDays(7 * weeks) });
            Assert.Equal(On(series).Items(days).Quantiles(Levels), shifted.Items(days).Quantiles(Levels));
        }, iter: 30);
    }

    [Fact]
    public void A_walk_through_a_history_says_what_a_fresh_look_at_each_point_says()
    {
        var series = Days(Enumerable.Range(0, 700).Select(i => (i * 7919) % 5 == 0 ? 2 : 0));
        var walking = new CalibratedMethod();
        for (var end = 365; end <= 700; end += 28)
        {
            var known = series.Until(First.AddDays(end));
            Assert.Equal(On(known).Items(28).Quantiles(Levels), walking.Prepare(known).Items(28).Quantiles(Levels));
        }
    }

    [Fact]
    public void A_history_that_is_not_the_earlier_one_continued_is_followed_anew()
    {
        var walking = new CalibratedMethod();
        walking.Prepare(Days(Enumerable.Repeat(5, 364)));
        var other = Days(Enumerable.Repeat(1, 371)); // the same first day, other counts: an item was reopened
        Assert.Equal(On(other).Items(28).Quantiles(Levels), walking.Prepare(other).Items(28).Quantiles(Levels));
    }

    [Fact]
    public void A_steady_team_is_forecast_narrowly_and_a_wandering_one_widely()
    {
        var steady = On(Days(SyntheticTeam.Days(1, 3 * 364, _ => 25, 1)));
        var wandering = On(Days(SyntheticTeam.Days(1, 3 * 364, day => (day / 91 % 2) == 0 ? 15 : 35, 1)));

        Assert.InRange(steady.Items(84).AtLeast(0.5), 275, 330);
        Assert.InRange(steady.Items(84).AtLeast(0.85), 255, 310); // of 300 expected, the noise of independent items alone leaves 282
        Assert.True(wandering.Items(84).AtLeast(0.85) < 0.75 * wandering.Items(84).AtLeast(0.5));
    }

    [Fact]
    public void Weekends_bring_less_where_they_did()
    {
        var forecaster = On(Days(Enumerable.Range(0, 364).Select(i => First.AddDays(i).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 4)));
        var saturday = (int)DayOfWeek.Saturday - (int)First.AddDays(364).DayOfWeek;

        Assert.True(forecaster.Items(saturday).Mean > forecaster.Items(saturday + 2).Mean - 0.3);
        Assert.InRange(forecaster.Items(7).Mean, 17, 22);
    }

    [Fact]
    public void Silence_huge_numbers_and_single_days_stay_within_bounds()
    {
        foreach (var series in new[]
        {
            Days([3, .. Enumerable.Repeat(0, 5 * 365)]), // five years of silence
            Days(Enumerable.Repeat(5_500, 5 * 365)), // ten million items
            Days([.. Enumerable.Repeat(0, 300), 1_000_000, .. Enumerable.Repeat(1, 65)]), // a bulk close
            Days([1]),
            Days([0, 0, 0, 0, 0, 0, 0, 2]),
        })
        {
            var forecaster = On(series);
            foreach (var days in new[] { 1, 28, Forecaster.LongestHorizon })
            {
                var quantiles = forecaster.Items(days).Quantiles([0.01, 0.5, 0.99]);
                Assert.True(quantiles[0] >= 0 && quantiles[0] <= quantiles[1] && quantiles[1] <= quantiles[2]);
                Assert.InRange(forecaster.Items(days).Mean, 0, double.MaxValue);
            }

            Assert.All(forecaster.When(1_000_000, Levels), d => Assert.InRange(d ?? 1, 1, Forecaster.LongestHorizon));
        }

        Assert.InRange(On(Days(Enumerable.Repeat(5_500, 5 * 365))).Items(28).AtLeast(0.5), 150_000, 158_000);
    }

    [Fact]
    public void It_rests_on_the_whole_history_and_says_how()
    {
        var forecaster = On(Days(Enumerable.Range(0, 400).Select(i => i % 2)));
        Assert.Equal(new HistoryUsed(First, First.AddDays(400), 200, 200), forecaster.History);
        Assert.Equal("level and its moves, from the team's own weeks and 20 projects, computed exactly", forecaster.Method.ToString());
    }
}
