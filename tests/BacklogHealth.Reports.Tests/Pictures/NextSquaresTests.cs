using System.Globalization;
using System.Text.RegularExpressions;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Tests.Pictures;

public sealed partial class NextSquaresTests
{
    [Theory]
    [InlineData("+?+", "Of the next 3 items, counted from the first, not ready is number 2.")]
    [InlineData("??+?", "Of the next 4 items, counted from the first, not ready are numbers 1, 2 and 4.")]
    [InlineData("++", "All of the next 2 items are ready.")]
    [InlineData("??", "None of the next 2 items is ready.")]
    public void The_text_names_the_items_that_are_not_ready(string ready, string alt) => Assert.Equal(alt, Draw(ready)!.Alt.Plain);

    [Fact]
    public void Each_item_has_its_square_and_the_rest_are_counted()
    {
        Assert.Equal(12, Draw(new string('+', 12))!.Svg.Split("<rect").Length - 1);
        Assert.Contains("and 12 more →", Draw(new string('?', 72))!.Svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(18)]
    [InlineData(24)]
    [InlineData(60)]
    public void Squares_stay_large_enough_for_a_phone_and_inside_the_picture(int items)
    {
        var squares = Square().Matches(Draw(new string('?', items))!.Svg);

        Assert.Equal(items, squares.Count);
        Assert.All(squares, s => Assert.InRange(Number(s, "side"), 20, 30));
        Assert.All(squares, s => Assert.InRange(Number(s, "x") + Number(s, "side"), 0, 380));
    }

    [Fact]
    public void Without_items_there_is_no_picture() => Assert.Null(Draw(""));

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<rect class=\"[a-z ]+\" x=\"(?<x>[0-9.]+)\" y=\"[0-9.]+\" width=\"(?<side>[0-9.]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Square();

    private static BacklogHealth.Reports.Pages.SvgPicture? Draw(string ready) => NextSquares.Draw([.. ready.Select(c => c == '+')], ordered: true, Saying.English);
}
