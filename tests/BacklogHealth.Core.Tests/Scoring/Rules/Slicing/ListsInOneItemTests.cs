using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

/// <summary>Platforms, kinds of data and ways in: members of a list side by side.</summary>
public sealed class ListsInOneItemTests
{
    [Theory]
    [InlineData("SL006", "Scan a code on Android and iOS", "", "Android | iOS")]
    [InlineData("SL006", "iOS/Android: scan a code", "", "iOS | Android")]
    [InlineData("SL006", "Print the list", "As a clerk I want to print the list from Chrome, Firefox or Safari.", "Chrome | Firefox | Safari")]
    [InlineData("SL008", "Export orders", "As a clerk I want to export orders as CSV, XML, PDF and JSON.", "CSV | XML | PDF | JSON")]
    [InlineData("SL008", "Export orders", "Formats:\n- CSV\n- XML\n- PDF\n- JSON", "CSV | XML | PDF | JSON")]
    [InlineData("SL008", "Pay by PayPal, credit card, invoice, cash on delivery", "", "PayPal | credit card | invoice | cash on delivery")]
    [InlineData("SL009", "Order by phone, by e-mail or by fax", "", "phone | e-mail | fax")]
    public void Members_are_quoted_and_make_a_cut(string rule, string title, string description, string members)
    {
        var finding = Some.Find(rule, title, description)!;

        Assert.Equal(members, string.Join(" | ", finding.Evidence.Select(e => e.Text)));
        Assert.Equal(members, string.Join(" | ", finding.Cut!.Parts));
        Assert.Contains(finding.Cut.Pattern, SplitPatterns.All);
    }

    [Theory]
    [InlineData("SL006", "Make the menu look as on Android and iOS", "")]
    [InlineData("SL006", "Scan a code on Android", "The menu of iOS and Windows is left as it is.")]
    [InlineData("SL008", "Export orders as CSV, XML or PDF", "")]
    [InlineData("SL008", "Export orders", "CSV, CSV, CSV, CSV and XML, XML")]
    [InlineData("SL008", "Export orders", "Write CSV. Read XML, PDF. Then JSON.")]
    [InlineData("SL008", "Export orders", "The csv xml pdf json module must be split.")]
    [InlineData("SL009", "Order by phone or by fax", "")]
    public void Others_pass(string rule, string title, string description) => Assert.Null(Some.Find(rule, title, description));
}
