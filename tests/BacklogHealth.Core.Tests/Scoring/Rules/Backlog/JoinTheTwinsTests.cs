using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Backlog;

public sealed class JoinTheTwinsTests
{
    private const string Text =
        "Buyers who were given a voucher type its code at the checkout; the amount is taken off the sum, what is left stays on the voucher, and they are reminded of it two weeks before it expires, with a link to the shop.";

    [Fact]
    public void The_other_item_is_named() => Assert.Equal("has nearly the same description as CHK-2", FindingText.For("en").Message(Find(("Pay with a voucher", Text), ("Gift cards at the checkout", Text))!));

    [Theory]
    [InlineData("Pay with vouchers")] // the title says it already
    [InlineData("Pay with a voucher on Sundays")] // a series
    public void Titles_alike_are_told_elsewhere_or_a_series(string other) => Assert.Null(Find(("Pay with a voucher", Text), (other, Text)));

    [Fact]
    public void Short_descriptions_are_not_compared() => Assert.Null(Find(("Pay with a voucher", "See the page."), ("Print a label", "See the page.")));

    [Fact]
    public void The_same_log_makes_no_twins()
    {
        const string log = "It fails.\n{code}\n" + Text + "\n" + Text + "\n{code}";

        Assert.Null(Find(("Pay with a voucher", log), ("Print a label", log)));
    }

    [Fact]
    public void A_template_in_many_items_makes_no_twins() =>
        Assert.Null(Find([.. new[] { "Pay with a voucher", "Print a label", "Lock the gate", "Call a driver", "Count the stock" }.Select(t => (t, Text))]));

    [Fact]
    public void What_is_blanked_in_the_prose_still_sets_them_apart()
    {
        const string port = "As a developer I want to move the {{0}} module from the old house to the new one, so I can use {{0}} there as a {{1}} and build pipelines.";
        string Port(string name, string role) => port.Replace("{{0}}", $"{{{{{name}}}}}", StringComparison.Ordinal).Replace("{{1}}", $"{{{{{role}}}}}", StringComparison.Ordinal);

        Assert.Null(Find(("Move the mailer", Port("mailer", "sink")), ("Take the scanner along", Port("scanner", "source"))));
    }

    [Fact]
    public void A_hundred_thousand_items_with_one_text_make_none()
    {
        var items = Enumerable.Range(0, 100_000).Select(i => Some.Item($"Title {i}", Text, WorkItemKind.Story, $"CHK-{i}")).ToList();
        var index = BacklogIndex.Build(items);

        Assert.Empty(index.SameText(items[0]));
    }

    private static Finding? Find(params (string Title, string Text)[] items)
    {
        var all = items.Select((x, i) => Some.Item(x.Title, x.Text, WorkItemKind.Story, $"CHK-{i + 1}")).ToArray();
        return Some.Score(all[0], null, all[1..]).Findings.FirstOrDefault(f => f.RuleId == "BL003");
    }
}
