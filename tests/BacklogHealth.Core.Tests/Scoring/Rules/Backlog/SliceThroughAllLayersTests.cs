using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Backlog;

public sealed class SliceThroughAllLayersTests
{
    [Theory]
    [InlineData("Voucher API", "Voucher UI")]
    [InlineData("Build the frontend for gift cards", "Gift cards: database tables")]
    [InlineData("Integration tests for gift cards", "Gift card service")]
    public void Siblings_cut_by_layer_are_found(string title, string sibling) =>
        Assert.NotNull(Some.Find("BL001", new Example("", title, "text") { Beside = [sibling] }));

    [Theory]
    [InlineData("Voucher API", "Invoice UI")]
    [InlineData("Voucher API", "Voucher endpoint")]
    [InlineData("Pay the rest of a voucher by card", "Voucher UI")]
    [InlineData("Make the voucher screen readable aloud", "Voucher API")]
    public void Other_siblings_are_not(string title, string sibling) => Assert.Null(Some.Find("BL001", new Example("", title, "text") { Beside = [sibling] }));

    [Fact]
    public void The_finding_names_layer_and_siblings()
    {
        var finding = Some.Find("BL001", new Example("", "Voucher API", "text") { Beside = ["Voucher UI", "Voucher database"] })!;

        Assert.Equal("is the API layer alone, with the rest in CHK-2, CHK-3", FindingText.For("en").Message(finding));
        Assert.Equal("API", Assert.Single(finding.Evidence).Text);
    }

    [Fact]
    public void Items_under_different_parents_are_no_siblings()
    {
        var other = Some.Item("Voucher UI", "text", key: "CHK-2", parent: "CHK-9");

        Assert.DoesNotContain("BL001", Some.RuleIds(Some.Score(Some.Item("Voucher API", "text", parent: "CHK-8"), null, other)));
    }
}
