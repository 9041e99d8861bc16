using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class EstimateAgainstCycleTimeTests
{
    [Theory]
    [InlineData(0.5, 0.3, 0.7, "Larger estimates took longer as a rule: rank correlation 0.5")]
    [InlineData(0.1, -0.1, 0.3, "Whether larger estimates take longer cannot be told from luck")]
    [InlineData(-0.5, -0.7, -0.3, "Larger estimates took less time as a rule: rank correlation −0.5")]
    public void The_title_says_no_more_than_the_interval_does(double correlation, double from, double to, string title) => Assert.Equal(title, Of(20, correlation, from, to).Title.Plain);

    [Fact]
    public void The_interval_and_what_is_left_out_are_said() => Assert.Equal(
        "Days from started to finished, by estimate, 52 weeks, n = 20; 95 % interval 0.3 to 0.7; 4 without an estimate left out", Of(20, 0.5, 0.3, 0.7).Caption.Plain);

    [Fact]
    public void Why_nothing_is_drawn_is_said()
    {
        Assert.Equal("3 finished items with an estimate in 52 weeks; from 10 on, estimates and days are set side by side here.", Of(3, null, null, null).TooLittle!.Plain);
        Assert.Equal("All estimates, or all days, are the same: nothing to compare.", Of(20, null, null, null).TooLittle!.Plain);
    }

    private static EstimateAgainstCycleTime Of(int points, double? correlation, double? from, double? to) => new(new EstimatesAgainstCycleTimes(
        364, [.. Enumerable.Range(0, points).Select(i => new EstimatePoint($"{i}", $"CHK-{i}", 1 + (i % 5), 1 + i))], 4, 0, correlation, from, to));
}
