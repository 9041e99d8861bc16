namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class WantSomethingForSomebodyTests
{
    [Theory]
    [InlineData("As a developer, I want to upgrade the claims service, so that it is current", "maker", "developer")]
    [InlineData("As a data scientist of the bank, I want the algorithm to learn faster", "maker", "data scientist")]
    [InlineData("As a tester, I want the system to answer at once", "maker", "tester")]
    [InlineData("As a product manager, I want to build a new framework for claims", "work", "build a new framework")]
    [InlineData("As a scholar, I want to evaluate the accuracy of claims", "work", "evaluate the accuracy")]
    [InlineData("As a mayor, I want to understand the causes of noise", "study", "understand")]
    [InlineData("As a mayor, I want to use the map to inform the council", "study", "inform")]
    [InlineData("As a mayor, I want insights into noise", "study", "insights")]
    [InlineData("As a citizen, I want to benefit from less noise", "study", "benefit")]
    public void Work_on_the_product_and_wishes_to_know_are_found(string title, string kind, string found)
    {
        Assert.Equal(found, Some.Words("CL008", title));
        Assert.Equal(kind, Some.Find("CL008", title)!.Values["for"]);
    }

    [Theory]
    [InlineData("As a developer, I want to see the line at fault, so that I find it at once")]
    [InlineData("As a developer, I want a service that checks my data")]
    [InlineData("As a mayor, I want to build a playground")]
    [InlineData("As a clerk, I want to understand why my claim was refused")]
    [InlineData("As a mayor, I want to use the map to close a street")]
    [InlineData("Upgrade the claims service")]
    public void What_somebody_can_do_with_the_product_passes(string title) => Assert.Null(Some.Words("CL008", title));
}
