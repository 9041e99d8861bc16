using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Numbers;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class WorkItemAgeingTests
{
    private static readonly AgeBand Band = new("Test", 5, 8, 11, 19);

    [Theory]
    [InlineData(0, 3, "None of the three items in progress is older than usual")]
    [InlineData(1, 3, "One of three items in progress is older than 85 of 100 finished ones were")]
    [InlineData(2, 3, "Two of three items in progress are older than 85 of 100 finished ones were")]
    [InlineData(1, 1, "The one item in progress is older than 85 of 100 finished ones were")]
    public void The_title_counts_what_is_older_than_usual(int old, int all, string title) => Assert.Equal(title, Of(247, old, all).Title.Plain);

    [Fact]
    public void Too_few_finished_items_are_said_and_compared_with_nothing()
    {
        var chart = Of(4, 0, 2);

        Assert.Equal("The oldest item in progress is 30 days old", chart.Title.Plain);
        Assert.Contains("too few finished items to compare with", chart.Caption.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_mark_says_that_it_lies_above_the_axis()
    {
        var oldest = new AgePoint("CHK-0", "Test", 30, true);

        Assert.Equal("CHK-0, 30 days", Of(247, 1, 3).Words(oldest, 30).Plain);
        Assert.Equal("CHK-0, 30 days, above this axis", Of(247, 1, 3).Words(oldest, 29).Plain);
        Assert.Equal("oldest: CHK-0, 30 days", Of(247, 5, 6).Words(oldest, 30).Plain);
        Assert.Equal("CHK-0, 30 days, above this axis", Of(247, 5, 6).Words(oldest, 29).Plain);
    }

    [Fact]
    public void Nothing_in_progress_is_said() => Assert.Equal("No item is in progress on 23 November.", Of(247, 0, 0).ToFigure(Saying.English).Caption.Plain);

    [Fact]
    public void Items_in_progress_and_bands_stand_in_the_table()
    {
        var rows = Of(247, 1, 1).Numbers.Rows.Select(r => string.Join("|", r.Select(c => c.Plain)));

        Assert.Equal(["CHK-0|Test|30", "50 of 100 finished|Test|5", "70 of 100 finished|Test|8", "85 of 100 finished|Test|11", "95 of 100 finished|Test|19"], rows);
    }

    private static WorkItemAgeing Of(int finished, int old, int all) =>
        new(new AgeingNumbers([Band], [.. Enumerable.Range(0, all).Select(i => new AgePoint($"CHK-{i}", "Test", 30 - i, i < old))], finished), new DateOnly(2026, 11, 23));
}
