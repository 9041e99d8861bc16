using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting;

public sealed class BacktestTests
{
    // With the usual method the numbers can be worked out by hand.
    private static readonly Func<DailyCounts, Forecaster> Usual = known => new UsualMethod(known);

    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly Gen<int[]> Counts = Gen.Int[0, 4].Array[500, 700];

    private static DailyCounts Series(IEnumerable<int> counts) => new(First, [.. counts]);

    [Fact]
    public void Points_begin_after_a_year_and_end_where_the_horizon_would_leave_the_series()
    {
        // 421 days: a horizon of 28 days from day 365 and from day 393 ends within, the latter on the very last day.
        Assert.Equal([First.AddDays(365), First.AddDays(393)], new Backtest(Series(Enumerable.Repeat(1, 421))).HowMany(28).Select(p => p.AsOf));
        Assert.Single(new Backtest(Series(Enumerable.Repeat(1, 420))).HowMany(28));
        Assert.Equal([First.AddDays(365), First.AddDays(393)], new Backtest(Series(Enumerable.Repeat(1, 394))).When(5).Select(p => p.AsOf));
        Assert.Equal([First.AddDays(100), First.AddDays(110)], new Backtest(Series(Enumerable.Repeat(1, 120))).HowMany(10, 10, 100).Select(p => p.AsOf));
    }

    [Fact]
    public void Points_without_five_active_days_are_left_out_and_no_others()
    {
        var counts = Enumerable.Range(0, 600).Select(i => i is > 300 and < 480 ? 0 : 1);
        var points = new Backtest(Series(counts)).HowMany(28).Select(p => p.AsOf.DayNumber - First.DayNumber);
        Assert.Equal([365, 505, 533, 561], points); // 393 to 477 looked back on silence
    }

    [Fact]
    public void A_steady_team_is_foretold_without_loss()
    {
        var point = new Backtest(Series(Enumerable.Repeat(2, 421)), Usual).HowMany(28).First();
        Assert.Equal(56, point.Actual);
        Assert.Equal(Enumerable.Repeat(56, 99), point.Quantiles);
        Assert.Equal([0.50, 0.70, 0.85, 0.95], point.Said.AtLeast.Select(a => a.Probability));
        Assert.All(point.Said.AtLeast, a => Assert.Equal(56, a.Items));
        Assert.Equal((0.0, 0.0), (point.Said.Crps, point.Naive.Crps));
    }

    [Fact]
    public void A_miss_costs_twice_the_pinball_loss_averaged_over_the_levels()
    {
        // Foretold 2 a day for certain, 1 a day came: 28 too many at every level, 2 × 28 × (1 − level), which averages to 28.
        var point = new Backtest(Series(Enumerable.Range(0, 393).Select(i => i < 365 ? 2 : 1)), Usual).HowMany(28).Single();
        Assert.Equal(28, point.Said.Crps, 12);
    }

    [Fact]
    public void When_names_the_day_of_the_last_item_or_nothing_where_the_data_end()
    {
        var points = new Backtest(Series(Enumerable.Repeat(1, 400)), Usual).When(10, 28).ToList();
        Assert.Equal([First.AddDays(374), null], points.Select(p => p.Actual));
        Assert.All(points, p => Assert.All(p.By, b => Assert.Equal((p.AsOf.AddDays(9), 10), (b.Date, b.Days))));
    }

    [Fact]
    public void The_future_changes_nothing_that_was_said_before_it()
    {
        Gen.Select(Counts, Counts, Gen.Int[0, 11]).Sample((counts, others, point) =>
        {
            var cut = Backtest.MinHistory + (point * Backtest.Every); // what changes begins on the very day of a point
            var changed = counts.Select((c, i) => i < cut ? c : others[i % others.Length]).ToArray();
            var (one, other) = (new Backtest(Series(counts)), new Backtest(Series(changed)));
            foreach (var (a, b) in one.HowMany(14).Zip(other.HowMany(14)).Where(p => p.First.AsOf <= First.AddDays(cut)))
            {
                Assert.Equal(a.Quantiles, b.Quantiles);
                Assert.Equal(a.Said.AtLeast, b.Said.AtLeast);
            }

            foreach (var (a, b) in one.When(12).Zip(other.When(12)).Where(p => p.First.AsOf <= First.AddDays(cut)))
            {
                Assert.Equal(a.By, b.By);
            }
        }, iter: 30);
    }

    [Fact]
    public void The_record_counts_what_was_said_and_what_held()
    {
        // 2 a day for ever, but the last 28 days before the end bring 1 a day.
        var backtest = new Backtest(Series(Enumerable.Range(0, 449).Select(i => i < 421 ? 2 : 1)), Usual);
        Assert.Equal(new HeldBefore(0.85, 2, 3), backtest.HowManyHeld(28));
    }

    [Fact]
    public void Zero_or_more_is_no_statement()
    {
        // An item every other day: within one day "0 or more" is all that 85 % can say.
        Assert.Null(new Backtest(Series(Enumerable.Range(0, 600).Select(i => i % 2)), Usual).HowManyHeld(1));
    }

    [Fact]
    public void Days_behind_the_end_of_the_data_are_not_counted()
    {
        var backtest = new Backtest(Series(Enumerable.Repeat(1, 400)), Usual);
        Assert.Equal(new HeldBefore(0.85, 1, 1), backtest.WhenHeld(10)); // the second point names a day behind the end
        Assert.Null(backtest.WhenHeld(500));
    }

    [Fact]
    public void Another_forecaster_is_given_the_days_before_each_point_and_stands_beside_the_usual_method()
    {
        var seen = new List<DateOnly>();
        var point = new Backtest(Series(Enumerable.Repeat(2, 421)), known =>
        {
            seen.Add(known.End);
            return new UsualMethod(known with { Counts = [.. known.Counts.Select(c => c / 2)] });
        }).HowMany(28).First();
        Assert.Equal([First.AddDays(365)], seen);
        Assert.Equal((28, 56), (point.Said.AtLeast[0].Items, point.Naive.AtLeast[0].Items));
        Assert.Equal((28.0, 0.0), (Math.Round(point.Said.Crps, 9), point.Naive.Crps));
    }
}
