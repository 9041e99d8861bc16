using BacklogHealth.Core.Forecasting.Scope;

namespace BacklogHealth.Core.Tests.Forecasting.Scope;

public sealed class EpicSizesTests
{
    private static EpicSizes Learned(params (int Items, double? Estimate)[] past) => EpicSizes.Learn(past.Select(p => new EpicSeen(p.Items, p.Estimate)))!;

    [Fact]
    public void Fewer_than_five_past_epics_teach_nothing() =>
        Assert.Null(EpicSizes.Learn([new(3, null), new(4, null), new(5, null), new(6, null), new(0, null)]));

    [Fact]
    public void Each_past_size_is_as_likely_as_another_and_once_it_is_twice_the_largest()
    {
        var size = Learned((3, null), (4, null), (4, null), (8, null), (12, null)).Of(null);
        Assert.Equal([1 / 6.0, 2 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0], new[] { 3, 4, 8, 12, 24 }.Select(size.Of));
    }

    [Fact]
    public void An_estimate_scales_the_past_ones_where_enough_had_one()
    {
        var sizes = Learned((5, 10.0), (10, 10.0), (20, 20.0), (8, 4.0), (6, 3.0), (40, null));
        Assert.True(sizes.ByEstimate(6));
        Assert.Equal((3, 24), (sizes.Of(6).Smallest, sizes.Of(6).Largest)); // half an item to two for each point; twice the largest is four
        Assert.Equal((5, 80), (sizes.Of(null).Smallest, sizes.Of(null).Largest));
        Assert.False(Learned((5, 10.0), (10, 10.0), (20, null), (8, null), (6, null)).ByEstimate(6));
    }

    [Theory]
    [InlineData(1e12, 2000)]
    [InlineData(1e-9, 1)]
    [InlineData(-3.0, 24)]
    [InlineData(double.NaN, 24)]
    public void An_estimate_out_of_all_measure_stays_within_reach(double estimate, int largest) =>
        Assert.Equal(largest, Learned((5, 1.0), (6, 1.0), (7, 1.0), (8, 1.0), (12, 1.0)).Of(estimate).Largest);
}
