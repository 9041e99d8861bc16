using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting.Scope;

public sealed class UnplannedWorkTests
{
    private static UnplannedWork At(double rate, double exposure) => new(new AddedRate(9, 90, 30, rate * exposure, exposure));

    [Fact]
    public void Each_planned_item_brings_so_many_others_and_these_bring_none() => Gen.Select(Gen.Double[0.05, 3], Gen.Double[2, 200], Gen.Int[1, 200]).Sample((rate, exposure, items) =>
    {
        var all = At(rate, exposure).Of(Work.Of(items)).Items;
        var mean = all.Mean;
        var variance = Enumerable.Range(all.Smallest, all.Largest - all.Smallest + 1).Sum(n => all.Of(n) * (n - mean) * (n - mean));
        Assert.Equal(items * (1 + rate), mean, 1e-3 * mean);
        Assert.Equal(items * rate * (1 + (items / exposure)), variance, 5e-3 * variance); // Poisson, its rate gamma
    }, iter: 100);

    [Fact]
    public void Work_of_one_of_two_sizes_brings_as_much_as_either_on_average()
    {
        var (few, many) = (At(0.5, 20).Of(Work.Of(10)).Items, At(0.5, 20).Of(Work.Of(30)).Items);
        var either = At(0.5, 20).Of(new Work(Distribution.OfDraw([10, 30]), 0.1));
        Assert.Equal(0.1, either.Endless);
        Assert.All(Enumerable.Range(0, 100), n => Assert.Equal((few.Of(n) + many.Of(n)) / 2, either.Items.Of(n), 1e-9));
    }

    [Fact]
    public void Nothing_comes_between_where_nothing_is_to_be_done() => Assert.Equal(0, At(0.5, 20).Of(Work.Of(0)).Known);
}
