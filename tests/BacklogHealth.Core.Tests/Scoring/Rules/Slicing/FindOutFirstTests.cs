using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

public sealed class FindOutFirstTests
{
    [Theory]
    [InlineData("Evaluate payment providers and integrate one", "", "evaluate payment providers | integrate one")]
    [InlineData("Payment providers", "Look into two providers and then implement the better one.", "look into two providers | implement the better one")]
    public void Research_comes_first(string title, string description, string cut)
    {
        var finding = Some.Find("SL013", title, description)!;

        Assert.Equal((SplitPatterns.Spike, cut), (finding.Cut!.Pattern, string.Join(" | ", finding.Cut.Parts)));
    }

    [Theory]
    [InlineData("Investigate and fix the timeout")]
    [InlineData("Evaluate carriers for parcels abroad")]
    [InlineData("Build and deploy the shop")]
    [InlineData("Build the shop and evaluate it")]
    public void One_of_them_passes(string title) => Assert.Null(Some.Find("SL013", title, "text"));
}
