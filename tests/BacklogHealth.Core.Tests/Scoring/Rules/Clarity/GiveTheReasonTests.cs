using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class GiveTheReasonTests
{
    [Theory]
    [InlineData("The button writes a file in order to spare clerks the copying.")]
    [InlineData("Clerks copy each line by hand because the file is missing.")]
    [InlineData("Currently clerks copy each line by hand.")]
    [InlineData("Orders are exported to avoid typing errors.")]
    [InlineData("Why:\nThe tax office asks for it every year.")]
    [InlineData("Clerks cannot find orders of last year.")]
    [InlineData("The list does not follow the number of the order.")]
    [InlineData("If a clerk opens it twice, it isn't sorted.")]
    [InlineData("Since the tax office asks for it, the file is kept.")]
    [InlineData("This makes the numbers of last year available to clerks.")]
    public void A_reason_in_any_form_counts(string description) => Assert.Null(Some.Find("CL003", "Export orders", description));

    [Theory]
    [InlineData("As a clerk I want a button so that it works.", "so that it works")]
    [InlineData("As a clerk I want a button so that we have it now", "so that we have it now")]
    public void A_reason_that_fits_any_item_does_not_count(string description, string quoted) => Assert.Equal(quoted, Some.Words("CL003", "Export orders", description));

    [Theory]
    [InlineData("If the order does not exist the file stays empty.")]
    [InlineData("The file must not hold prices.")]
    [InlineData("Check that the file is not sorted.")]
    [InlineData("The file:\n- it is not sorted")]
    public void What_is_asked_for_and_what_is_a_case_is_no_fault(string description) => Assert.NotNull(Some.Find("CL003", "Export orders", description));

    [Theory]
    [InlineData("Fix the export of orders", "A button.")]
    [InlineData("Publish the release notes", "On the usual page.")]
    [InlineData("Export orders", "")]
    public void What_is_mended_or_routine_or_empty_is_not_asked(string title, string description) => Assert.Null(Some.Find("CL003", title, description));

    [Fact]
    public void Code_and_quotations_give_no_reason() => Assert.NotNull(Some.Find("CL003", "Export orders", "A button. `because` \"so that I can copy\""));

    [Fact]
    public void The_reason_of_a_parent_is_the_reason_of_its_children()
    {
        var epic = Some.Item("Orders for the tax office", "The office asks for a file so that it can check the year.", WorkItemKind.Epic, "CHK-9");
        var middle = Some.Item("Export", "All of it.", WorkItemKind.Story, "CHK-8", "CHK-9");

        Assert.DoesNotContain("CL003", Some.RuleIds(Some.Score(Some.Item("Export orders", "A button.", parent: "CHK-8"), null, epic, middle)));
        Assert.Contains("CL003", Some.RuleIds(Some.Score(Some.Item("Export orders", "A button.", parent: "CHK-8"), null, middle)));
    }

    [Fact]
    public void Parents_in_a_circle_end()
    {
        var a = Some.Item("Export", "All.", WorkItemKind.Story, "CHK-8", "CHK-9");
        var b = Some.Item("Import", "All.", WorkItemKind.Story, "CHK-9", "CHK-8");

        Assert.False(BacklogIndex.Build([a, b]).ReasonAbove(a));
    }

    [Theory]
    [InlineData(WorkItemKind.Bug)]
    [InlineData(WorkItemKind.Spike)]
    [InlineData(WorkItemKind.SubTask)]
    public void Kinds_whose_reason_lies_elsewhere_are_not_asked(WorkItemKind kind) => Assert.Null(Some.Find("CL003", "Export orders", "A button.", kind));
}
