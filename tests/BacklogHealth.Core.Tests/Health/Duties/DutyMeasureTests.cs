using BacklogHealth.Core.Health.Duties;

namespace BacklogHealth.Core.Tests.Health.Duties;

public sealed class DutyMeasureTests
{
    private static DutyMeasure Since(DutyMeasure measure, double before) => measure.Since(new Dictionary<string, double> { ["m"] = before });

    [Fact]
    public void A_share_says_how_many_of_how_many()
    {
        var share = DutyMeasure.Share("m", "things", 27, 80, 214, "open items");

        Assert.Equal((33.75, "27 of 80 (34 %)", "80 of 214 open items"), (share.Value, share.Said, share.Basis));
    }

    [Fact]
    public void Of_fewer_than_five_no_share_is_made()
    {
        Assert.Equal("There are too few open items: 4, of the 5 that it takes.", DutyMeasure.Share("m", "things", 2, 4, 4, "open items").Reason);
        Assert.Equal("There are no open items to look at.", DutyMeasure.Share("m", "things", 0, 0, 0, "open items").Reason);
        Assert.True(DutyMeasure.Share("m", "things", 2, 5, 5, "open items").Available);
    }

    [Fact]
    public void A_count_holds_however_few_there_are()
    {
        Assert.Equal((1.0, "1 of 2", null), (DutyMeasure.Counted("m", "things", "items", 1, 2, 3, "items").Value, DutyMeasure.Counted("m", "things", "items", 1, 2, 3, "items").Said, DutyMeasure.Counted("m", "things", "items", 1, 2, 3, "items").Reason));
        Assert.Equal("There are no items to look at.", DutyMeasure.Counted("m", "things", "items", 0, 0, 0, "items").Reason);
    }

    [Theory]
    [InlineData(1, "weeks", "1 week")]
    [InlineData(1.42, "weeks", "1.4 weeks")]
    [InlineData(14.2, "days", "14 days")]
    [InlineData(1, "items", "1 item")]
    [InlineData(0.527, DutyMeasure.Correlation, "0.53")]
    public void A_number_has_no_more_digits_than_it_carries(double value, string unit, string said) =>
        Assert.Equal(said, DutyMeasure.Number("m", "things", unit, value, 9, 9, "items").Said);

    [Theory]
    [InlineData(40, 37.7, "+2.3 points")]
    [InlineData(40, 41, "−1 point")]
    [InlineData(40, 40, "no change")]
    [InlineData(40, 40.04, "no change")]
    public void What_moved_is_told_in_points(double now, double before, string moved) =>
        Assert.Equal(moved, Since(DutyMeasure.Number("m", "things", DutyMeasure.Percent, now, 9, 9, "items"), before).Moved);

    [Fact]
    public void What_was_not_known_has_no_trend()
    {
        Assert.Null(DutyMeasure.Number("other", "things", "days", 3, 9, 9, "items").Since(new Dictionary<string, double> { ["m"] = 1 }).Trend);
        Assert.Null(Since(DutyMeasure.Missing("m", "things", "days", "Why."), 1).Trend);
        Assert.Equal(2, Since(DutyMeasure.Number("m", "things", "days", 3, 9, 9, "items"), 1).Trend);
    }

    [Fact]
    public void The_middle_of_an_even_number_lies_between_both() =>
        Assert.Equal(3.5, DutyMeasure.Median("m", "things", "days", [1, 9, 3, 4, 2, 8], 6, "items").Value);
}
