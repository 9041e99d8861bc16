using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class SayHowItWillBeCheckedTests
{
    [Theory]
    [InlineData("Acceptance criteria:\n- one row per article")]
    [InlineData("AC: one row per article")]
    [InlineData("*Definition of Done*\none row per article")]
    [InlineData("Conditions of satisfaction\n1. one row per article")]
    [InlineData("Given an order\nWhen it is exported\nThen it has one row per article")]
    [InlineData("Given an order, when it is exported, then it has one row per article.")]
    [InlineData("- [ ] one row per article\n- [x] a total")]
    [InlineData("The file has:\n- rows that must be sorted\n- a total that must be there")]
    [InlineData("This can be closed when the file opens in a spreadsheet.")]
    [InlineData("A flat text    Acceptance criteria:    * one row per article    * a total")]
    public void Criteria_in_any_form_count(string description) => Assert.Null(Some.Find("CL004", "Export orders", description));

    [Theory]
    [InlineData("A button exports the orders.")]
    [InlineData("Acceptance criteria:")]
    [InlineData("Tasks:\n- [ ] write the code\n- [ ] review it")]
    [InlineData("Columns:\n- date\n- total")]
    public void Other_texts_do_not(string description) => Assert.NotNull(Some.Find("CL004", "Export orders", description));

    [Fact]
    public void A_field_of_its_own_counts() =>
        Assert.DoesNotContain("CL004", Some.RuleIds(Some.Score(Some.Item("Export orders", "A button.") with { AcceptanceCriteria = StructuredText.FromPlain("One row per article") })));

    [Theory]
    [InlineData("Export orders", "A button.", WorkItemKind.Epic)]
    [InlineData("Export orders", "A button.", WorkItemKind.SubTask)]
    [InlineData("Total is wrong", "9 € for two articles, expected 10 €", WorkItemKind.Bug)]
    [InlineData("Export does not start", "After the click.", WorkItemKind.Bug)]
    [InlineData("Maps", "Which provider has house numbers?", WorkItemKind.Spike)]
    public void Each_kind_is_judged_by_what_it_needs(string title, string description, WorkItemKind kind) => Assert.Null(Some.Find("CL004", title, description, kind));
}
