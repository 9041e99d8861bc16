using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Tests.Pictures;

public sealed class KnownSquaresTests
{
    [Fact]
    public void What_is_not_known_is_an_open_square_with_a_question_mark()
    {
        var picture = KnownSquares.Draw([("Checkout", true, true, false), ("Search", false, true, false)], Saying.English);

        Assert.Equal(3, picture.Svg.Split("class=\"blue line\"").Length - 1);
        Assert.Equal(3, picture.Svg.Split(">?</text>").Length - 1);
        Assert.Equal("Of 2 teams 1 has complete data, 2 have a forecast, and of none there is a record of forecasts.", picture.Alt.Plain);
    }
}
