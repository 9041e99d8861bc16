using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class DescribeTheItemTests
{
    [Fact]
    public void Nothing_is_quoted_where_nothing_is_there() => Assert.Empty(Some.Find("CL001", "Print the list")!.Evidence);

    [Fact]
    public void White_space_is_no_description() => Assert.NotNull(Some.Find("CL001", "Print the list", " \n\t "));

    [Fact]
    public void A_description_that_repeats_the_title_is_quoted()
    {
        var finding = Some.Find("CL001", "Print the list of orders", "print the LIST of orders!")!;

        Assert.Equal("print the LIST of orders", finding.Evidence[0].Text);
        Assert.Equal("has a description that only repeats the title", FindingText.For("en").Message(finding));
    }

    [Fact]
    public void A_repetition_with_a_picture_or_code_is_a_description() => Assert.Null(Some.Find("CL001", "Print the list", "Print the list `lpr orders.txt`"));

    [Fact]
    public void Criteria_in_a_field_of_their_own_describe_the_item() =>
        Assert.DoesNotContain("CL001", Some.RuleIds(Some.Score(Some.Item("Print the list") with { AcceptanceCriteria = StructuredText.FromPlain("One line per order") })));

    [Theory]
    [InlineData("Upgrade the driver to 4.0.2", WorkItemKind.Task)]
    [InlineData("Publish the release notes", WorkItemKind.Task)]
    [InlineData("Login fails with a blank page when the name has an umlaut", WorkItemKind.Bug)]
    public void A_title_that_says_it_all_needs_none(string title, WorkItemKind kind) => Assert.Null(Some.Find("CL001", title, "", kind));

    [Theory]
    [InlineData(WorkItemKind.Story, 55)]
    [InlineData(WorkItemKind.Epic, 35)]
    [InlineData(WorkItemKind.Bug, 40)]
    public void It_takes_what_an_empty_field_leaves_out(WorkItemKind kind, int points) => Assert.Equal(points, Some.Find("CL001", "Print the list", "", kind)!.Points);

    [Fact]
    public void A_sub_task_needs_none() => Assert.Null(Some.Find("CL001", "Print the list", "", WorkItemKind.SubTask));
}
