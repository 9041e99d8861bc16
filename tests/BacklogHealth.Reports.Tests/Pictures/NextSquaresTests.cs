using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Tests.Pictures;

public sealed class NextSquaresTests
{
    [Theory]
    [InlineData("+?+", "Of the next 3 items, counted from the first, not ready is number 2.")]
    [InlineData("??+?", "Of the next 4 items, counted from the first, not ready are numbers 1, 2 and 4.")]
    [InlineData("++", "All of the next 2 items are ready.")]
    [InlineData("??", "None of the next 2 items is ready.")]
    public void The_text_names_the_items_that_are_not_ready(string ready, string alt) => Assert.Equal(alt, Draw(ready)!.Alt);

    [Fact]
    public void Each_item_has_its_square_and_the_rest_are_counted()
    {
        Assert.Equal(12, Draw(new string('+', 12))!.Svg.Split("<rect").Length - 1);
        Assert.Contains("and 12 more →", Draw(new string('?', 72))!.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_items_there_is_no_picture() => Assert.Null(Draw(""));

    private static BacklogHealth.Reports.Pages.SvgPicture? Draw(string ready) => NextSquares.Draw([.. ready.Select(c => c == '+')], ordered: true);
}
