using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Tests.Pictures;

public sealed class RunwayBarTests
{
    [Fact]
    public void The_text_says_both_lengths_and_what_is_wanted() =>
        Assert.Equal("Ready work for 1.4 weeks in 17 of 20 futures, for 2 weeks in 10 of 20; 2 weeks are wanted.", RunwayBar.Draw(new ReadyRunway(8, 40, 2.0, 1.4, 2), Saying.English)!.Alt.Plain);

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(104, 104, 2)]
    [InlineData(1, 1, 30)]
    public void The_scale_reaches_what_is_there_and_what_is_wanted(double sure, double even, double wanted)
    {
        var svg = RunwayBar.Draw(new ReadyRunway(8, 40, even, sure, wanted), Saying.English)!.Svg;

        Assert.DoesNotContain("-", svg.Split("<rect")[2].Split("/>")[0], StringComparison.Ordinal);
        Assert.Contains("weeks</text>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_forecast_there_is_no_bar() => Assert.Null(RunwayBar.Draw(new ReadyRunway(8, 40, null, null, 2), Saying.English));
}
