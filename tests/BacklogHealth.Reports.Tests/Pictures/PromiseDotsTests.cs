using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Tests.Pictures;

public sealed class PromiseDotsTests
{
    [Fact]
    public void Each_delivery_has_twenty_dots_full_where_it_is_in_time()
    {
        var picture = PromiseDots.Draw([("Release 2", 12), ("Autumn fair", 20)], Saying.English)!;

        Assert.Equal(32, picture.Svg.Split("class=\"blue\"").Length - 1);
        Assert.Equal(8, picture.Svg.Split("class=\"late\"").Length - 1);
        Assert.Equal("Futures in time: Release 2 12 of 20; Autumn fair more than 19 of 20.", picture.Alt.Plain);
    }

    [Fact]
    public void Beyond_four_the_others_are_counted_and_without_one_there_is_no_picture()
    {
        Assert.Contains(">and 2 more</text>", PromiseDots.Draw([.. Enumerable.Range(0, 6).Select(i => ($"R{i}", i))], Saying.English)!.Svg, StringComparison.Ordinal);
        Assert.Null(PromiseDots.Draw([], Saying.English));
    }
}
