namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class StateTheProblemTests
{
    [Theory]
    [InlineData("As a clerk, I want machine learning to sort claims", "technique", "machine learning")]
    [InlineData("As a clerk, I want to sort claims with a random forest", "technique", "random forest")]
    [InlineData("As a product manager, I want to develop a platform for claims", "work", "develop a platform")]
    [InlineData("As a developer, I want to upgrade the claims service", "work", "upgrade the claims service")]
    public void A_solution_is_found(string title, string kind, string found)
    {
        Assert.Equal(found, Some.Words("CL009", title));
        Assert.Equal(kind, Some.Find("CL009", title)!.Values["for"]);
    }

    [Theory]
    [InlineData("As a clerk, I want to sort claims, so that machine learning can begin")]
    [InlineData("As a clerk, I want to develop a habit of closing claims")]
    [InlineData("As a tester, I want the site to answer at once")]
    [InlineData("Use machine learning to sort claims")]
    public void A_wish_without_a_solution_passes(string title) => Assert.Null(Some.Words("CL009", title));
}
