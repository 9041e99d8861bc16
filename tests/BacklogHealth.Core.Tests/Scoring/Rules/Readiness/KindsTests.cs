using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Readiness;

/// <summary>Bugs, spikes, tasks and work under way are judged by what they need.</summary>
public sealed class KindsTests
{
    [Theory]
    [InlineData("RD010", "Basket hangs", "The total is too high.", WorkItemKind.Bug, true)]
    [InlineData("RD010", "Basket hangs", "If a book is removed, the total stays.", WorkItemKind.Bug, false)]
    [InlineData("RD010", "Basket hangs", "Steps to reproduce\nadd, remove", WorkItemKind.Bug, false)]
    [InlineData("RD010", "Basket hangs", "See the screenshot.", WorkItemKind.Bug, false)]
    [InlineData("RD010", "Basket hangs", "The page is https://shop.example/basket", WorkItemKind.Bug, false)]
    [InlineData("RD010", "Basket hangs", "Due to the lock of the import.", WorkItemKind.Bug, false)]
    [InlineData("RD010", "Prevent that the basket hangs", "It does.", WorkItemKind.Bug, false)]
    [InlineData("RD010", "Guide of the basket hangs", "It does.", WorkItemKind.Bug, false)]
    [InlineData("RD010", "Basket does not work", "Nobody can buy.", WorkItemKind.Bug, true)]
    [InlineData("RD010", "Basket does not work", "Nobody can buy the second book with the blue cover of this year.", WorkItemKind.Bug, false)]
    [InlineData("RD010", "Total is wrong", "The total is too high.", WorkItemKind.Bug, false)]
    [InlineData("RD011", "Total differs", "9 € for two articles", WorkItemKind.Bug, true)]
    [InlineData("RD011", "Total differs", "Two articles of 5 € each, put into the basket one by one, give 9 € there, and 9 € on the bill.", WorkItemKind.Bug, false)]
    [InlineData("RD011", "Totals are inconsistent", "Two articles of 5 € each, put into the basket one by one, give 9 € there, and 8 € on the bill.", WorkItemKind.Bug, true)]
    [InlineData("RD011", "Label “Totl” is wrong", "", WorkItemKind.Bug, false)]
    [InlineData("RD011", "Improve the slow search", "Eight seconds.", WorkItemKind.Bug, false)]
    [InlineData("RD011", "Total differs", "9 € for two articles, expected 10 €", WorkItemKind.Bug, false)]
    [InlineData("RD011", "Basket crashes", "With 100 articles.", WorkItemKind.Bug, false)]
    [InlineData("RD011", "Label of the total", "Change it to “net total”.", WorkItemKind.Bug, false)]
    [InlineData("RD012", "Map providers", "Look at two of them.", WorkItemKind.Spike, true)]
    [InlineData("RD012", "Map providers", "Find out whether they work offline.", WorkItemKind.Spike, false)]
    [InlineData("RD013", "Compare map providers", "Which is better?", WorkItemKind.Spike, true)]
    [InlineData("RD013", "Compare map providers", "Which is better? 6h", WorkItemKind.Spike, false)]
    [InlineData("RD013", "Compare map providers", "Which is better? Time box: a day", WorkItemKind.Spike, false)]
    [InlineData("RD014", "Number vouchers", "Counting starts at 1000.", WorkItemKind.Task, true)]
    [InlineData("RD014", "Renew the certificate", "It expires in May.", WorkItemKind.Task, false)]
    [InlineData("RD014", "Number vouchers", "Auditors ask for it because numbers repeat.", WorkItemKind.Task, false)]
    [InlineData("RD014", "Number vouchers", "Counting starts at 1000.", WorkItemKind.Story, false)]
    [InlineData("RD001", "Print vouchers", "Acceptance criteria:\n- printing works fine", WorkItemKind.Story, true)]
    [InlineData("RD001", "Print vouchers", "Acceptance criteria:\n- printing works fine if the paper is blue", WorkItemKind.Story, false)]
    [InlineData("RD001", "Print vouchers", "Acceptance criteria:\n- printing is tested for ten kinds of paper", WorkItemKind.Story, false)]
    [InlineData("RD008", "Redesign the checkout dialog", "Two columns.", WorkItemKind.Story, true)]
    [InlineData("RD008", "Redesign the checkout dialog", "As in the sketch.", WorkItemKind.Story, false)]
    public void Each_kind_is_asked_for_what_it_needs(string rule, string title, string description, WorkItemKind kind, bool found) =>
        Assert.Equal(found, Some.Find(rule, title, description, kind) is not null);

    [Fact]
    public void The_reason_of_a_parent_is_enough_for_a_task()
    {
        var parent = Some.Item("Vouchers", "Auditors ask for it because numbers repeat.", WorkItemKind.Story, "CHK-9");
        var task = Some.Item("Number vouchers", "Counting starts at 1000.", WorkItemKind.Task, parent: "CHK-9");

        Assert.DoesNotContain("RD014", Some.RuleIds(Some.Score(task, null, parent)));
        Assert.Contains("RD014", Some.RuleIds(Some.Score(task)));
    }

    [Fact]
    public void A_due_date_or_an_item_that_waits_is_a_reason_for_a_task()
    {
        var task = Some.Item("Number vouchers", "Counting starts at 1000.", WorkItemKind.Task);

        Assert.DoesNotContain("RD014", Some.RuleIds(Some.Score(task with { Due = Some.Team.Today })));
        Assert.DoesNotContain("RD014", Some.RuleIds(Some.Score(task with { Links = [new ItemLink("blocks", "CHK-2")] })));
        Assert.Contains("RD014", Some.RuleIds(Some.Score(task with { Links = [new ItemLink("relates to", "CHK-2")] })));
    }

    [Fact]
    public void What_is_waited_for_outside_of_the_backlog_is_not_known_to_be_open()
    {
        var item = Some.Item("Print vouchers") with { Links = [new ItemLink("is blocked by", "OTHER-2"), new ItemLink("is blocked by", "CHK-2")] };

        Assert.DoesNotContain("RD007", Some.RuleIds(Some.Score(item)));
        Assert.Equal("CHK-2", Some.Score(item, null, Some.Item("Number vouchers", key: "CHK-2")).Findings.Single(f => f.RuleId == "RD007").Values["others"]);
    }

    [Theory]
    [InlineData("A voucher is printed.", "A voucher is printed below the total.", "1")]
    [InlineData("A voucher is printed.", "A  voucher is\nprinted .", null)]
    [InlineData("A vouchr is printed.", "A voucher is printed.", null)]
    [InlineData("See https://example.org/a/b", "See https://example.org/other/page/of/it", null)]
    public void Only_changes_of_words_after_the_start_count(string before, string after, string? changes)
    {
        var facts = new[] { ExampleFact.Changed(FieldNames.Description, "Quite another text of old.", before, 9), ExampleFact.Started(5), ExampleFact.Changed(FieldNames.Description, before, after, 3) };
        var item = facts.Aggregate(Some.Item("Print vouchers", after), (i, f) => f.Apply(i, Some.Team.Today));

        Assert.Equal(changes, Some.Score(item).Findings.FirstOrDefault(f => f.RuleId == "RD009")?.Values["n"]);
    }
}
