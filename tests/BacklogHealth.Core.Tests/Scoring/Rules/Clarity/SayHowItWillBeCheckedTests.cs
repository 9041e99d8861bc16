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
    [InlineData("The file should include:\n- date\n- total")]
    [InlineData("If an order was refused, the file leaves its row out and shows its number.")]
    [InlineData("The export should write one row for each article.")]
    [InlineData("When the clerk has no rights, we should return the page that asks for them.")]
    [InlineData("Show the date instead of the time.")]
    [InlineData("Properties: date, total, tax")]
    [InlineData("Write Order.total to the file.")]
    [InlineData("See https://shop.example/tax")]
    [InlineData("As in SHOP-12.")]
    [InlineData("{code}export --year 2026{code}")]
    [InlineData("Clerks of the big shop copy each line of the year by hand into the file of the tax office, with date and tax and total and year.")]
    public void Criteria_in_any_form_count(string description) => Assert.Null(Some.Find("CL004", "Export orders", description));

    [Theory]
    [InlineData("A button exports the orders.")]
    [InlineData("Acceptance criteria:")]
    [InlineData("Tasks:\n- [ ] write the code\n- [ ] review it")]
    [InlineData("Columns:\n- date\n- total")]
    [InlineData("We should export the orders of a year soon.")]
    [InlineData("Clerks should be able to export orders of a year.")]
    [InlineData("Currently clerks have to copy each line of a year by hand.")]
    [InlineData("The export should be fast and easy to use for everybody.")]
    public void Other_texts_do_not(string description) => Assert.NotNull(Some.Find("CL004", "Export orders", description));

    [Theory]
    [InlineData("Add order_tax to the file")]
    [InlineData("Clerks should see the tax")]
    [InlineData("Export is missing a head")]
    [InlineData("Document the export")]
    [InlineData("Remove the old export")]
    [InlineData("Upgrade the driver to 4.0.2")]
    [InlineData("Change the default year to 2026")]
    public void A_title_that_is_done_or_not_for_all_to_see_is_its_own_check(string title) => Assert.Null(Some.Find("CL004", title, "The driver is from 2019."));

    [Theory]
    [InlineData("")]
    [InlineData("Export orders.")]
    public void An_empty_description_is_told_once(string description) => Assert.Null(Some.Find("CL004", "Export orders", description));

    [Theory]
    [InlineData("Add support for orders of a year", "")]
    [InlineData("Refactor the export", "Clerks of the big shop copy each line of the year by hand into the file of the tax office, with date and tax and total and year.")]
    [InlineData("Add a total to the export", "")]
    [InlineData("Export orders", "Clerks of the big shop copy each line of the year by hand into the file of the tax office, because the tax office does not read the orders.")]
    [InlineData("Export orders", "As a clerk I want to export the orders of a year, with date and tax and total, to the file of the tax office, so that I do not copy them.")]
    public void What_promises_much_or_only_wishes_is_asked(string title, string description) => Assert.NotNull(Some.Find("CL004", title, description.Length > 0 ? description : "Clerks ask for it."));

    [Fact]
    public void An_improvement_has_what_is_there_to_be_compared_with() =>
        Assert.DoesNotContain("CL004", Some.RuleIds(Some.Score(Some.Item("Export orders", "A button.") with { Type = "Improvement" })));

    [Fact]
    public void An_improvement_that_only_promises_something_better_is_asked_like_any_item() =>
        Assert.Contains("CL004", Some.RuleIds(Some.Score(Some.Item("Improve the export", "Clerks find it slow to read.") with { Type = "Improvement" })));

    [Fact]
    public void A_field_of_its_own_counts() =>
        Assert.DoesNotContain("CL004", Some.RuleIds(Some.Score(Some.Item("Export orders", "A button.") with { AcceptanceCriteria = StructuredText.FromPlain("One row per article") })));

    [Theory]
    [InlineData("Export orders", "A button.", WorkItemKind.Epic)]
    [InlineData("Export orders", "A button.", WorkItemKind.SubTask)]
    [InlineData("Total is wrong", "9 € for two articles, expected 10 €", WorkItemKind.Bug)]
    [InlineData("Export does not start", "After the click.", WorkItemKind.Bug)]
    [InlineData("Maps", "Which provider has house numbers?", WorkItemKind.Spike)]
    [InlineData("Add a total to the export", "Clerks ask for it.", WorkItemKind.Task)]
    public void Each_kind_is_judged_by_what_it_needs(string title, string description, WorkItemKind kind) => Assert.Null(Some.Find("CL004", title, description, kind));
}
