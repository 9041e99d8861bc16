using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class SayWhatInTheTitleTests
{
    [Theory]
    [InlineData("Checkout")]
    [InlineData("Search API")]
    [InlineData("Order history page")]
    [InlineData("Refactoring")]
    [InlineData("M1M3 simulator")]
    public void A_noun_or_a_keyword_is_found(string title) => Assert.Equal(title, Some.Words("CL002", title, "text"));

    [Theory]
    [InlineData("Add paging")]
    [InlineData("Adding paging")]
    [InlineData("Parameterize streams")]
    [InlineData("Windows: Implement dialogs")]
    [InlineData("Search the archive")]
    [InlineData("Search for orders")]
    [InlineData("Login fails")]
    [InlineData("Configurable timeout")]
    [InlineData("Fingerprint support")]
    [InlineData("0.24.0 release")]
    [InlineData("Bulk delete content")]
    [InlineData("Consolidate basket reports")]
    [InlineData("Delivery day for each article")]
    [InlineData("Survey shoppers after delivery: database")]
    public void A_title_that_says_what_passes(string title) => Assert.Null(Some.Find("CL002", title, "text"));

    [Fact]
    public void An_epic_may_be_a_noun() => Assert.Null(Some.Find("CL002", "Checkout", "", WorkItemKind.Epic));

    [Theory]
    [InlineData("Login page", true)]
    [InlineData("Login page crash", false)]
    [InlineData("Basket: ArrayIndexOutOfBoundsException", false)]
    [InlineData("Error saving", false)]
    [InlineData("Basket error", true)]
    [InlineData("NullPointerException in basket", false)]
    public void A_bug_names_what_goes_wrong(string title, bool found) => Assert.Equal(found, Some.Find("CL002", title, "text", WorkItemKind.Bug) is not null);
}
