using BacklogHealth.Core.Forecasting.Scope;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting.Scope;

public sealed class ScopeGrowthTests
{
    private static ScopeGrowth At(double rate, double exposure) => new(new AddedRate(9, 90, 30, rate * exposure, exposure));

    private static ScopeGrowth? Learn(IEnumerable<AddedSeen> epics) => AddedRate.Learn(epics, ScopeGrowth.FewestEpics) is { } rate ? new(rate) : null;

    [Fact]
    public void Too_few_epics_teach_nothing()
    {
        Assert.Null(Learn([new(5, 1), new(5, 1), new(5, 1), new(5, 1), new(0, 9)]));
        Assert.Equal((5, 25, 5), Learn(Enumerable.Repeat(new AddedSeen(5, 1), 5)) is { } learned ? (learned.Rate.Cases, learned.Rate.Finished, learned.Rate.Added) : default);
    }

    [Fact]
    public void Epics_that_grew_alike_leave_less_doubt_than_those_that_did_not()
    {
        var alike = Learn(Enumerable.Repeat(new AddedSeen(20, 6), 12))!;
        var unlike = Learn(Enumerable.Range(0, 12).Select(i => new AddedSeen(20, i % 2 * 12)))!;
        Assert.Equal(0.3, alike.Rate.Mean, 0.01);
        Assert.Equal(0.3, unlike.Rate.Mean, 0.01);
        Assert.True(unlike.Of(20).Items.Quantile(0.95) > alike.Of(20).Items.Quantile(0.95));
    }

    [Fact]
    public void Growth_that_was_never_seen_is_still_possible()
    {
        var work = Learn(Enumerable.Repeat(new AddedSeen(10, 0), 8))!.Of(30);
        Assert.Equal((30, 0.0), (work.Items.Quantile(0.5), work.Endless));
        Assert.True(work.Items.Largest > 30);
    }

    [Fact]
    public void Nothing_grows_from_nothing() => Assert.Equal(0, At(0.3, 50).Of(0).Known);

    [Fact]
    public void Without_doubt_of_the_rate_the_total_is_what_the_items_bring_and_those_again()
    {
        // 1 / (1 − 0.25) items in the end for each one now; the variance of a total of Poisson offspring is items × rate / (1 − rate)³.
        var items = At(0.25, 1e9).Of(40).Items;
        var mean = items.Mean;
        var variance = Enumerable.Range(40, items.Largest - 39).Sum(n => items.Of(n) * (n - mean) * (n - mean));
        Assert.Equal(40 / 0.75, mean, 1e-3);
        Assert.Equal(40 * 0.25 / Math.Pow(0.75, 3), variance, 1e-2);
    }

    [Fact]
    public void The_exact_total_is_that_of_many_played_futures()
    {
        var growth = At(0.4, 12);
        var random = new Random(7);
        var totals = Enumerable.Range(0, 20_000).Select(_ => Play(growth, 15, random)).Order().ToList();
        var work = growth.Of(15);
        foreach (var probability in (double[])[0.1, 0.25, 0.5, 0.75, 0.9])
        {
            var said = work.Items.Quantile(probability / (1 - work.Endless));
            Assert.InRange(totals.Count(t => t <= said) / 20_000.0, probability - 0.012, probability + 0.03); // a whole number holds a little more often than asked
        }

        Assert.Equal(totals.Count(t => t > 5000) / 20_000.0, work.Endless, 0.01);
    }

    [Fact]
    public void Where_more_is_added_than_finished_most_futures_have_no_end()
    {
        var work = Learn(Enumerable.Repeat(new AddedSeen(20, 30), 10))!.Of(10);
        Assert.InRange(work.Endless, 0.9, 1);
    }

    [Fact]
    public void More_items_are_never_less_work() => Gen.Select(Gen.Double[0.05, 1.2], Gen.Double[1, 100], Gen.Int[1, 60], Gen.Int[0, 400]).Sample((rate, exposure, items, finished) =>
    {
        var growth = At(rate, exposure);
        double Done(int n) => (1 - growth.Of(n).Endless) * Enumerable.Range(0, finished + 1).Sum(growth.Of(n).Items.Of);
        return Done(items + 1) <= Done(items) + 1e-9;
    }, iter: 60);

    // Finishes item after item; each brings new ones. A future that reaches thousands never ends.
    private static int Play(ScopeGrowth growth, int items, Random random)
    {
        var rate = Gamma(growth.Rate.Shape, random) / growth.Rate.Exposure;
        var (open, finished) = (items, 0);
        for (; open > 0 && finished <= 5000; finished++)
        {
            open += Poisson(rate, random) - 1;
        }

        return finished;
    }

    private static int Poisson(double mean, Random random)
    {
        var (count, left) = (-1, 1.0);
        for (var least = Math.Exp(-mean); left > least; count++)
        {
            left *= random.NextDouble();
        }

        return Math.Max(0, count);
    }

    // Marsaglia and Tsang (2000), for shapes of 1 and more.
    private static double Gamma(double shape, Random random)
    {
        var d = shape - (1.0 / 3);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (normal / Math.Sqrt(9 * d)), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
