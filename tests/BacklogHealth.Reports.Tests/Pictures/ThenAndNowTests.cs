using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Tests.Pictures;

public sealed class ThenAndNowTests
{
    [Fact]
    public void Both_bars_begin_at_zero_and_share_one_scale()
    {
        var svg = ThenAndNow.Draw(8, $"before: {8} a week", 4, $"since then: {4} a week", Saying.English);

        Assert.Contains("class=\"blue pale\" x=\"0\" y=\"18\" width=\"300\"", svg.Svg, StringComparison.Ordinal);
        Assert.Contains("class=\"blue\" x=\"0\" y=\"62\" width=\"150\"", svg.Svg, StringComparison.Ordinal);
        Assert.Equal("Two bars: before: 8 a week; since then: 4 a week.", svg.Alt.Plain);
    }

    [Fact]
    public void Two_zeros_are_two_empty_bars() => Assert.DoesNotContain("NaN", ThenAndNow.Draw(0, $"a", 0, $"b", Saying.English).Svg, StringComparison.Ordinal);
}
