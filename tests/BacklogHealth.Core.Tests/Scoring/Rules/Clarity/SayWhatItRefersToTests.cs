using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class SayWhatItRefersToTests
{
    [Theory]
    [InlineData("Background:\nIt must stay silent.", "It")]
    [InlineData("They must be printed by shelf.", "They")]
    [InlineData("The scanner was repaired. They will be printed.", "They")]
    [InlineData("As discussed, the shelf is printed.", "As discussed")]
    [InlineData("Per our call, the shelf is printed.", "Per our call")]
    public void What_nothing_near_explains_is_quoted(string description, string quoted) => Assert.Equal(quoted, Some.Words("CL012", "Change the packing list", description));

    [Theory]
    [InlineData("It must stay silent.")]
    [InlineData("The scanner beeps. It must stay silent.")]
    [InlineData("Labels are torn. They must be printed again.")]
    [InlineData("Both the clerk and the courier wait. They must be told.")]
    [InlineData("Background:\nIt is possible to scan twice.")]
    [InlineData("Background:\nThis list is printed twice.")]
    [InlineData("As discussed in PRT-12, the shelf is printed.")]
    [InlineData("As discussed in the design document, the shelf is printed.")]
    [InlineData("As discussed (https://example.org/notes), the shelf is printed.")]
    public void What_is_named_near_is_left_alone(string description) => Assert.Null(Some.Words("CL012", "Change the packing list", description));

    [Fact]
    public void Things_named_in_the_title_count() => Assert.Null(Some.Words("CL012", "Print torn labels again", "They must be printed by shelf."));

    [Fact]
    public void The_story_that_a_bug_tells_is_not_read() => Assert.Null(Some.Words("CL012", "Scanner beeps", "Expected:\nIt must stay silent.", WorkItemKind.Bug));
}
