using BacklogHealth.Core.Forecasting;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting;

public sealed class DistributionTests
{
    private static readonly Gen<List<int>> Days = Gen.Frequency((3, Gen.Const(0)), (3, Gen.Int[0, 6]), (1, Gen.Int[0, 60])).List[1, 90];

    [Fact]
    public void Two_fair_coins_come_out_as_on_paper()
    {
        var two = Distribution.OfDraw([0, 1]).Times(2);
        Assert.Equal([0.25, 0.5, 0.25, 0.0], [two.Of(0), two.Of(1), two.Of(2), two.Of(3)]);
        Assert.Equal([1.0, 0.75, 0.25, 0.0], [two.ChanceOfAtLeast(0), two.ChanceOfAtLeast(1), two.ChanceOfAtLeast(2), two.ChanceOfAtLeast(3)]);
        Assert.Equal((1, 1, 0, 0), (two.AtLeast(0.50), two.AtLeast(0.75), two.AtLeast(0.76), two.AtLeast(0.95)));
        Assert.Equal((0, 1, 1, 2), (two.Quantile(0.25), two.Quantile(0.26), two.Quantile(0.75), two.Quantile(0.76)));
        Assert.Equal(1, two.Mean, 12);
    }

    [Fact]
    public void A_sum_of_binomials_is_a_binomial()
    {
        // One day in ten has an item: 30 days are binomial, whose probabilities are known in closed form.
        var sum = Distribution.OfDraw([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]).Times(30);
        var choose = 1.0;
        for (var k = 0; k <= 30; k++)
        {
            Assert.Equal(choose * Math.Pow(0.1, k) * Math.Pow(0.9, 30 - k), sum.Of(k), 14);
            choose = choose * (30 - k) / (k + 1);
        }
    }

    [Fact]
    public void Probabilities_are_never_negative_and_sum_to_one()
    {
        Gen.Select(Days, Gen.Int[0, 730]).Sample((days, count) =>
        {
            var sum = Distribution.OfDraw([.. days]).Times(count);
            var masses = Enumerable.Range(sum.Smallest, sum.Largest - sum.Smallest + 1).Select(sum.Of).ToList();
            Assert.All(masses, p => Assert.True(p >= 0));
            Assert.Equal(1, masses.Sum(), 12);
            Assert.Equal(days.Average() * count, sum.Mean, 6);
        }, iter: 60);
    }

    [Fact]
    public void Doubling_gives_the_same_as_adding_day_after_day()
    {
        Gen.Select(Days, Gen.Int[1, 40]).Sample((days, count) =>
        {
            var day = Distribution.OfDraw([.. days]);
            var added = Enumerable.Range(1, count - 1).Aggregate(day, (sum, _) => sum.Plus(day));
            var doubled = day.Times(count);
            Assert.All(Enumerable.Range(0, added.Largest + 1), k => Assert.Equal(added.Of(k), doubled.Of(k), 13));
        }, iter: 40);
    }

    [Fact]
    public void At_least_and_quantile_keep_to_their_definitions()
    {
        Gen.Select(Days, Gen.Int[1, 60], Gen.Int[1, 99]).Sample((days, count, percent) =>
        {
            var sum = Distribution.OfDraw([.. days]).Times(count);
            var p = percent / 100.0;
            var k = sum.AtLeast(p);
            Assert.True(sum.ChanceOfAtLeast(k) >= p - 1e-11);
            Assert.True(sum.ChanceOfAtLeast(k + 1) < p + 1e-11);
            var q = sum.Quantile(p);
            Assert.True(1 - sum.ChanceOfAtLeast(q + 1) >= p - 1e-11);
            Assert.True(1 - sum.ChanceOfAtLeast(q) < p + 1e-11);
        }, iter: 100);
    }

    [Fact]
    public void More_certainty_never_promises_more()
    {
        Gen.Select(Days, Gen.Int[1, 60]).Sample((days, count) =>
        {
            var sum = Distribution.OfDraw([.. days]).Times(count);
            var levels = Enumerable.Range(1, 99).Select(i => i / 100.0).ToList();
            var promised = levels.Select(sum.AtLeast).ToList();
            Assert.Equal(promised.OrderDescending(), promised);
            Assert.Equal(sum.Quantiles(levels).Order(), sum.Quantiles(levels));
        }, iter: 60);
    }

    [Fact]
    public void Huge_numbers_are_counted_in_steps()
    {
        var sum = Distribution.OfDraw([0, 3_000_000], 1000).Times(2);
        Assert.Equal((0.25, 0.75, 3_000_000), (sum.Of(6_000_000), sum.ChanceOfAtLeast(2_999_999), sum.AtLeast(0.5)));
    }

    [Fact]
    public void A_number_between_two_steps_is_shared_so_that_the_mean_stays()
    {
        var draw = Distribution.OfDraw([0, 1, 1, 3_000], 1000);
        Assert.Equal((0.7495, 0.0005, 0.25), (Math.Round(draw.Of(0), 12), Math.Round(draw.Of(1000), 12), draw.Of(3000)));
        Assert.Equal(750.5, draw.Mean, 9);
    }

    [Fact]
    public void One_day_on_which_thousands_were_closed_does_not_blur_the_others()
    {
        // Ninety days, one of them a mass closing: without it in the horizon the answer stays exact to the item.
        var method = new UsualMethod(new(new(2025, 1, 1), [8_000, .. Enumerable.Repeat(1, 89)]));
        Assert.Equal((28, 1), (method.Items(28).AtLeast(0.85), method.Items(28).Step));
        Assert.Equal(1 - Math.Pow(89 / 90.0, 28), method.Items(28).ChanceOfAtLeast(29), 12);
        Assert.Equal(365, method.Items(365).Smallest);
    }

    [Fact]
    public void Distributions_in_different_steps_are_not_added()
    {
        var error = Assert.Throws<ArgumentException>(() => Distribution.OfDraw([1]).Plus(Distribution.OfDraw([1], 3)));
        Assert.Equal("both distributions must count in the same step; found 1 and 3 (Parameter 'other')", error.Message);
        Assert.Equal(
            "a distribution needs at least one observed number; found none (Parameter 'observed')",
            Assert.Throws<ArgumentException>(() => Distribution.OfDraw([])).Message);
    }
}
