using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Backlog;

public sealed class SayItOnceTests
{
    [Theory]
    [InlineData("Remember the preferred payment method of the shopper", "Remember the shopper's preferred payment method")]
    [InlineData("Show delivery days in the basket", "Display the delivery day in the basket")]
    [InlineData("Send an e-mail when the order leaves", "Send an email when the order leaves")]
    [InlineData("Let a buyer reorder an earlier basket with one click", "Let a buyer quickly reorder an earlier basket with one click")]
    public void Titles_that_say_the_same_are_found(string a, string b) => Assert.True(Same(a, b) && Same(b, a));

    [Theory]
    [InlineData("Pay with a voucher", "Pay with a gift card")]
    [InlineData("Add PayPal to the checkout", "Remove PayPal from the checkout")]
    [InlineData("Test phase 5 part 1 of the scanner", "Test phase 5 part 2 of the scanner")]
    [InlineData("Move the files of release2024 to the archive", "Move the files of release2025 to the archive")]
    [InlineData("Export orders of a year as PDF", "Export orders of a year as CSV")]
    [InlineData("Refactoring", "Refactoring")]
    public void Titles_that_differ_in_what_matters_are_not(string a, string b) => Assert.False(Same(a, b));

    [Theory]
    [InlineData("Copy orders from the shop to the bank", "Copy orders from the bank to the shop", false)]
    [InlineData("Show the epic of a story", "Show the story of an epic", false)]
    [InlineData("Copy orders from the shop to the bank", "Copy the orders from a shop to a bank", true)]
    [InlineData("Show orders in the shop in the evening", "Show orders in the evening in the shop", true)]
    [InlineData("Copy orders from the shop to the bank", "Orders: copy to the bank from the shop", true)]
    public void The_way_back_is_another_thing(string a, string b, bool found) => Assert.Equal(found, Some.Find("BL002", new Example("", a, "text") { Beside = [b] }) is not null);

    [Fact]
    public void The_finding_names_the_other_item()
    {
        var finding = Some.Find("BL002", new Example("", "Pay by gift card", "text") { Beside = ["Pay with gift cards"] })!;

        Assert.Equal("is titled nearly like CHK-2", FindingText.For("en").Message(finding));
        Assert.Equal("What sets it apart from CHK-2?", FindingText.For("en").Question(finding));
    }

    [Fact]
    public void No_more_than_three_others_are_named()
    {
        var items = Enumerable.Range(1, 9).Select(i => Some.Item("Pay by gift card", key: $"CHK-{i}")).ToArray();
        var index = BacklogIndex.Build(items);

        Assert.All(items, i => Assert.InRange(index.SameTitle(i).Length, 1, 3));
    }

    [Fact]
    public void The_order_of_words_plays_no_part() => Gen.Shuffle(new[] { "parcel", "locker", "voucher", "invoice", "courier", "street" }).Sample(words =>
        Assert.True(Same("parcel locker voucher invoice courier street", string.Join(' ', words))), iter: 100);

    private static bool Same(string a, string b)
    {
        WorkItem[] items = [Some.Item(a, key: "CHK-1"), Some.Item(b, key: "CHK-2")];
        return BacklogIndex.Build(items).SameTitle(items[0]).Length > 0;
    }
}
