using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Tests.Pictures;

public sealed class AgeBarTests
{
    [Fact]
    public void Every_item_has_its_dot() => Assert.Equal(3, Draw(3, 9, 30).Split("<circle").Length - 1);

    [Fact]
    public void A_stack_that_is_not_drawn_whole_bears_its_number()
    {
        var svg = Draw(3, 900, 901, 902, 903, 904);

        Assert.Equal(4, svg.Split("<circle").Length - 1);
        Assert.Contains(">5</text>", svg, StringComparison.Ordinal);
        Assert.Contains("up to 904 days", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_usual_age_stand_left_of_the_line_and_older_ones_right_of_it()
    {
        var svg = Draw(9, 10, 11, 12);
        var line = Place(svg.Split("<line class=\"due\" x1=\"")[1]);

        Assert.All(svg.Split("<circle class=\"blue\" cx=\"").Skip(1), dot => Assert.True(Place(dot) < line));
        Assert.All(svg.Split("<circle class=\"late\" cx=\"").Skip(1), dot => Assert.True(Place(dot) > line));
        Assert.Equal(5, svg.Split("<circle").Length);
    }

    [Theory]
    [InlineData("start", 3, 40)]
    [InlineData("end", 3, 9)]
    [InlineData("end", 1, 1)]
    public void What_the_line_means_stands_on_the_side_that_has_room(string anchor, params int[] days)
    {
        var label = Draw(days).Split("<text class=\"on\" x=\"")[1];

        Assert.Contains($"text-anchor=\"{anchor}\">85 of 100 finished by day 10</text>", label, StringComparison.Ordinal);
        Assert.True(anchor == "start" ? Place(label) < 196 : Place(label) > 184);
    }

    private static double Place(string rest) => double.Parse(rest.Split('"')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static string Draw(params int[] days) => AgeBar.Draw(days, 10, Saying.English).Svg;
}
