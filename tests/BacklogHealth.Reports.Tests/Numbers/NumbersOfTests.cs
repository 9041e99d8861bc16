using BacklogHealth.Reports.Numbers;

namespace BacklogHealth.Reports.Tests.Numbers;

public sealed class NumbersOfTests
{
    [Fact]
    public void By_each_state_the_pace_percentiles_are_the_ages_at_which_finished_items_had_left_it()
    {
        var numbers = new NumbersOf(new SampleHealth().Build(), 26);
        var bands = numbers.Ageing.Bands;

        // Each item goes through the three states one after the other, and leaves the last one by being finished.
        Assert.Equal(["In progress", "Review", "Test"], bands.Select(b => b.State));
        Assert.All(bands, b => Assert.True(b.P50 <= b.P70 && b.P70 <= b.P85 && b.P85 <= b.P95));
        Assert.All(bands.Zip(bands.Skip(1)), b => Assert.True(b.First.P50 <= b.Second.P50 && b.First.P70 < b.Second.P70 && b.First.P95 < b.Second.P95));
        Assert.Equal((numbers.CycleTime.P50, numbers.CycleTime.P85, numbers.CycleTime.P95), (bands[2].P50, bands[2].P85, bands[2].P95));
        Assert.Equal(numbers.CycleTime.Points.Select(p => p.Days).Order().ElementAt((int)Math.Ceiling(numbers.CycleTime.Points.Length * 0.7) - 1), bands[2].P70);
    }

    [Fact]
    public void Of_fewer_than_ten_finished_items_no_percentile_is_said() =>
        Assert.All(new NumbersOf(new SampleHealth { Finished = 9 }.Build(), 26).Ageing.Bands, b => Assert.Equal((null, null, null, null), (b.P50, b.P70, b.P85, b.P95)));
}
