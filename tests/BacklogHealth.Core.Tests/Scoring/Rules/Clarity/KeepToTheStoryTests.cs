namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class KeepToTheStoryTests
{
    [Theory]
    [InlineData("As a clerk, I want to filter claims (hail, theft) by day, so that I find one", "(hail, theft)")]
    [InlineData("As a clerk (at a desk), I want to filter claims, so that I find one (soon)", "(at a desk) | (soon)")]
    [InlineData("As a clerk, I want to see the claims ratio (CR), so that I can report it", "(CR)")]
    [InlineData("As a clerk, I want to see the Internet of Things (IoT), so that I can report it", "(IoT)")]
    [InlineData("As a clerk, I want to see the claim-type pairs (CTPs), so that I can report them", "(CTPs)")]
    public void Remarks_in_brackets_are_found(string title, string found) => Assert.Equal(found, Some.Words("CL007", title));

    [Theory]
    [InlineData("As a clerk, I want to attach photo(s) to a claim")]
    [InlineData("As a clerk, I want to see steps (1) to (3) of a claim")]
    [InlineData("As a clerk, I want to attach letter(copies) to a claim")]
    [InlineData("As a clerk, I want to see the claims ratio (CR), so that I can report a CR above 80 %")]
    [InlineData("As a clerk, I want to see a claim (and its letters")]
    [InlineData("Filter claims (hail, theft) by day")]
    [InlineData("As a clerk, I want to use the claims desk (KAYA), so that I find claims again")]
    [InlineData("As a clerk, I want to use the desk for claims (C-Desk3D), so that I find claims again")]
    public void What_belongs_to_its_word_or_is_used_again_is_no_remark(string title) => Assert.Null(Some.Words("CL007", title));

    [Fact]
    public void Remarks_outside_the_story_have_their_place() =>
        Assert.Null(Some.Words("CL007", "Filter claims", "As a clerk, I want to filter claims. They are many (about 300 a day)."));

    [Fact]
    public void An_abbreviation_that_the_description_uses_is_needed() =>
        Assert.Null(Some.Words("CL007", "As a clerk, I want to see the claims ratio (CR)", "Show CRs above 80 % in red."));
}
