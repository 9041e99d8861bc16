using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

/// <summary>Rules that look for words where something is wanted: comparatives, weak modals, universals, acts that nobody is named for.</summary>
public sealed class WishWordsTests
{
    [Theory]
    [InlineData("CL013", "The preview must be larger.", "larger")]
    [InlineData("CL013", "Make the names shorter and the icons larger.", "shorter | larger")]
    [InlineData("CL017", "We might want to show the town. It would be nice to have a map.", "We might | would be nice")]
    [InlineData("CL019", "Refunds must first be approved.", null)]
    [InlineData("CL019", "Refunds must also be approved, and need to be explicitly confirmed.", "need to be explicitly confirmed")]
    [InlineData("CL020", "The day must always be shown.", "always")]
    public void The_words_are_quoted(string rule, string description, string? quoted) => Assert.Equal(quoted, Some.Words(rule, "Change the preview", description));

    [Theory]
    [InlineData("CL013", "The preview must be larger than the thumbnail.")]
    [InlineData("CL013", "The preview must be larger: at least 300 px, 20 % of the page.")]
    [InlineData("CL013", "A preview with larger pictures is shown.")]
    [InlineData("CL013", "Keep the list in order so that names must be shorter.")]
    [InlineData("CL013", "The names \"must be shorter\" and `must be shorter`.")]
    [InlineData("CL017", "The customer could not find the map.")]
    [InlineData("CL017", "The shop must be open, which we might see.")]
    [InlineData("CL019", "Refunds must be approved by two clerks.")]
    [InlineData("CL019", "The file must be written at night.")]
    [InlineData("CL020", "The day must always be shown, unless the article is out of stock.")]
    [InlineData("CL020", "The day was always wrong.")]
    public void What_is_exact_is_left_alone(string rule, string description) => Assert.Null(Some.Words(rule, "Change the preview", description));

    [Fact]
    public void A_bug_tells_what_was_seen_and_is_not_read() => Assert.Null(Some.Words("CL017", "Total is wrong", "It would be nice to see the right total.", WorkItemKind.Bug));

    [Fact]
    public void Words_that_a_team_has_cleared_are_left_alone() =>
        Assert.DoesNotContain("CL013", Some.RuleIds(Some.Score(Some.Item("Change the preview", "The preview must be larger."), Some.Team with { ClearWords = ["be larger"] })));
}
