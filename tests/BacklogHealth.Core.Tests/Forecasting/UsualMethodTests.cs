using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Sentences;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting;

public sealed class UsualMethodTests
{
    private static readonly DateOnly First = new(2025, 1, 1);
    private static readonly double[] Levels = [0.05, 0.5, 0.7, 0.85, 0.95];

    internal static readonly Gen<DailyCounts> Series =
        Gen.Frequency((3, Gen.Const(0)), (3, Gen.Int[0, 5]), (1, Gen.Int[0, 30])).Array[1, 120].Select(c => new DailyCounts(First, [.. c]));

    [Fact]
    public void A_team_that_finishes_one_item_every_day_is_certain()
    {
        var steady = new UsualMethod(new DailyCounts(First, [.. Enumerable.Repeat(1, 200)]));
        Assert.Equal((28, 28), (steady.Items(28).AtLeast(0.95), steady.Items(28).Quantile(0.01)));
        Assert.Equal([28, 28], steady.When(28, [0.5, 0.95]));
        Assert.Equal(new HistoryUsed(First.AddDays(110), First.AddDays(200), 90, 90), steady.History);
    }

    [Fact]
    public void Only_the_last_ninety_days_count()
    {
        var changed = new UsualMethod(new DailyCounts(First, [.. Enumerable.Repeat(50, 300), .. Enumerable.Repeat(2, 90)]));
        Assert.Equal(20, changed.Items(10).AtLeast(0.95));
    }

    [Fact]
    public void The_three_views_agree()
    {
        Gen.Select(Series, Gen.Int[1, 60], Gen.Int[1, 80]).Sample((series, days, items) =>
        {
            var method = new UsualMethod(series);
            var when = method.When(items, Levels);
            foreach (var (level, day) in Levels.Zip(when))
            {
                var chance = method.Items(days).ChanceOfAtLeast(items);
                Assert.Equal(day <= days, method.Items(days).AtLeast(level) >= items);
                Assert.Equal(day <= days, chance >= level - 1e-12);
            }
        }, iter: 200);
    }

    [Fact]
    public void The_walk_finds_the_same_days_as_looking_at_every_horizon()
    {
        Gen.Select(Series, Gen.Int[1, 300]).Sample((series, items) =>
        {
            var method = new UsualMethod(series);
            Assert.Equal(new ByHorizon(method).When(items, Levels), method.When(items, Levels));
        }, iter: 30);
    }

    [Fact]
    public void More_work_never_ends_sooner_and_more_days_never_bring_less()
    {
        Gen.Select(Series, Gen.Int[1, 60], Gen.Int[1, 60]).Sample((series, items, days) =>
        {
            var method = new UsualMethod(series);
            var (less, more) = (method.When(items, Levels), method.When(items + 1, Levels));
            Assert.All(less.Zip(more), p => Assert.True((p.First ?? 999) <= (p.Second ?? 999)));
            Assert.All(less.Zip(less.Skip(1)), p => Assert.True((p.First ?? 999) <= (p.Second ?? 999)));
            Assert.All(Levels, l => Assert.True(method.Items(days).AtLeast(l) <= method.Items(days + 1).AtLeast(l)));
            Assert.True(method.Items(days).ChanceOfAtLeast(items) <= method.Items(days + 1).ChanceOfAtLeast(items) + 1e-12);
            Assert.True(method.Items(days).ChanceOfAtLeast(items) >= method.Items(days).ChanceOfAtLeast(items + 1));
        }, iter: 100);
    }

    [Fact]
    public void A_shift_in_time_changes_nothing()
    {
        Gen.Select(Series, Gen.Int[-3000, 3000]).Sample((series, shift) =>
        {
            var one = new UsualMethod(series);
            var other = new UsualMethod(series with { First = series.First.AddDays(shift) });
            Assert.Equal(one.When(20, Levels), other.When(20, Levels));
            Assert.Equal(one.Items(28).Quantiles(Levels), other.Items(28).Quantiles(Levels));
        }, iter: 50);
    }

    [Fact]
    public void The_exact_answer_lies_where_a_simulation_lands()
    {
        var random = new Random(17);
        int[] days = [0, 0, 0, 1, 2, 0, 5, 0, 1, 0, 0, 3];
        var method = new UsualMethod(new DailyCounts(First, [.. days]));
        const int Trials = 40_000;
        var sums = Enumerable.Range(0, Trials).Select(_ => Enumerable.Range(0, 28).Sum(_ => days[random.Next(days.Length)])).ToList();
        foreach (var items in (int[])[15, 25, 28, 35, 45])
        {
            var exact = method.Items(28).ChanceOfAtLeast(items);
            var simulated = sums.Count(s => s >= items) / (double)Trials;
            Assert.InRange(simulated - exact, -5 * Math.Sqrt(exact * (1 - exact) / Trials), 5 * Math.Sqrt(exact * (1 - exact) / Trials));
        }
    }

    [Fact]
    public void Years_of_silence_have_no_end_in_sight()
    {
        var silent = new UsualMethod(new DailyCounts(First, [3, .. Enumerable.Repeat(0, 5 * 365)]));
        Assert.Equal([null, null], silent.When(1, [0.5, 0.95]));
        Assert.Equal((0, 0.0), (silent.Items(730).AtLeast(0.5), silent.Items(730).ChanceOfAtLeast(1)));
    }

    [Fact]
    public void Ten_million_items_a_quarter_are_forecast_within_a_step()
    {
        var random = new Random(3);
        var counts = Enumerable.Range(0, 90).Select(_ => random.Next(222_222)).ToArray();
        var method = new UsualMethod(new DailyCounts(First, [.. counts]));
        var mean = counts.Average() * 28;
        Assert.InRange(method.Items(28).Quantile(0.5), mean * 0.99, mean * 1.01);
        Assert.InRange(method.When((int)mean, [0.5])[0]!.Value, 27, 29);
        Assert.Equal(int.MaxValue, new UsualMethod(new DailyCounts(First, [.. counts.Select(c => c * 100)])).Items(200).Largest);
    }

    /// <summary>A forecaster that answers "when" by the seat's own search.</summary>
    private sealed class ByHorizon(UsualMethod inner) : Forecaster
    {
        public override Sentence Method => inner.Method;

        public override HistoryUsed History => inner.History;

        public override Distribution Items(int days) => inner.Items(days);
    }
}
