using BacklogHealth.Core.Health.Duties;

namespace BacklogHealth.Core.Tests.Health.Duties;

public sealed class DutyMeasureTests
{
    private static DutyMeasure Since(DutyMeasure measure, double before) => measure.Since(new Dictionary<string, double> { ["m"] = before });

    [Fact]
    public void A_share_says_how_many_of_how_many()
    {
        var share = DutyMeasure.Share("m", $"things", 27, 80, 214, $"open items");

        Assert.Equal((33.75, "27 of 80 (34 %)", "80 of 214 open items"), (share.Value, share.Said.ToString(), share.Basis.ToString()));
    }

    [Fact]
    public void Of_fewer_than_five_no_share_is_made()
    {
        Assert.Equal("There are too few open items: 4, of the 5 that it takes.", DutyMeasure.Share("m", $"things", 2, 4, 4, $"open items").Reason?.ToString());
        Assert.Equal("There are no open items to look at.", DutyMeasure.Share("m", $"things", 0, 0, 0, $"open items").Reason?.ToString());
        Assert.True(DutyMeasure.Share("m", $"things", 2, 5, 5, $"open items").Available);
    }

    [Fact]
    public void A_count_holds_however_few_there_are()
    {
        var count = DutyMeasure.Counted("m", $"things", DutyUnit.Items, 1, 2, 3, $"items");

        Assert.Equal((1.0, "1 of 2", null), (count.Value, count.Said.ToString(), count.Reason));
        Assert.Equal("There are no items to look at.", DutyMeasure.Counted("m", $"things", DutyUnit.Items, 0, 0, 0, $"items").Reason?.ToString());
    }

    public static TheoryData<double, DutyUnit, string> Numbers => new()
    {
        { 1, DutyUnit.Weeks, "1 week" },
        { 1.42, DutyUnit.Weeks, "1.4 weeks" },
        { 14.2, DutyUnit.Days, "14 days" },
        { 1, DutyUnit.Items, "1 item" },
        { 1.2, DutyUnit.Epics, "1.2 epics" },
        { 2, DutyUnit.Sprints, "2 sprints" },
        { 2.04, DutyUnit.Months, "2 months" },
        { 60, DutyUnit.Points, "60 points" },
        { 34.4, DutyUnit.Percent, "34 %" },
        { 0.527, DutyUnit.Correlation, "0.5" },
        { -0.527, DutyUnit.Correlation, "−0.5" },
    };

    [Theory, MemberData(nameof(Numbers))]
    public void A_number_has_no_more_digits_than_it_carries(double value, DutyUnit unit, string said) =>
        Assert.Equal(said, DutyMeasure.Number("m", $"things", unit, value, 9, 9, $"items").Said.ToString());

    [Fact]
    public void A_unit_keeps_its_name_in_JSON() =>
        Assert.Equal(["", "%", "rank correlation", "points", "items", "epics", "sprints", "days", "weeks", "months"],
            new[] { DutyUnit.None, DutyUnit.Percent, DutyUnit.Correlation, DutyUnit.Points, DutyUnit.Items, DutyUnit.Epics, DutyUnit.Sprints, DutyUnit.Days, DutyUnit.Weeks, DutyUnit.Months }.Select(u => u.Name));

    [Theory]
    [InlineData(40, 37.7, "+2.3 points")]
    [InlineData(40, 41, "−1 point")]
    [InlineData(40, 40, "no change")]
    [InlineData(40, 40.04, "no change")]
    [InlineData(40, 39.95, "+0.1 points")]
    public void What_moved_of_a_share_is_told_in_points(double now, double before, string moved)
    {
        var since = Since(DutyMeasure.Number("m", $"things", DutyUnit.Percent, now, 9, 9, $"items"), before);

        Assert.Equal((moved, moved != "no change"), (since.Moved.ToString(), since.HasMoved));
    }

    [Theory]
    [InlineData(3, 1, "+2")]
    [InlineData(3, 4.2, "−1.2")]
    public void What_moved_of_a_number_is_told_as_a_number(double now, double before, string moved) =>
        Assert.Equal(moved, Since(DutyMeasure.Number("m", $"things", DutyUnit.Days, now, 9, 9, $"items"), before).Moved.ToString());

    [Fact]
    public void What_was_not_known_has_no_trend()
    {
        Assert.Null(DutyMeasure.Number("other", $"things", DutyUnit.Days, 3, 9, 9, $"items").Since(new Dictionary<string, double> { ["m"] = 1 }).Trend);
        Assert.Null(Since(DutyMeasure.Missing("m", $"things", DutyUnit.Days, $"Why."), 1).Trend);
        Assert.Equal(2, Since(DutyMeasure.Number("m", $"things", DutyUnit.Days, 3, 9, 9, $"items"), 1).Trend);
    }

    [Fact]
    public void The_middle_of_an_even_number_lies_between_both() =>
        Assert.Equal(3.5, DutyMeasure.Median("m", $"things", DutyUnit.Days, [1, 9, 3, 4, 2, 8], 6, $"items").Value);
}
