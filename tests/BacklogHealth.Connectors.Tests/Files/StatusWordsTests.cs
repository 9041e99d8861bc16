using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Files;

public sealed class StatusWordsTests
{
    [Theory]
    [InlineData("To Do", WorkItemState.NotStarted)]
    [InlineData("Open", WorkItemState.NotStarted)]
    [InlineData("Reopened", WorkItemState.NotStarted)]
    [InlineData("Ready for Development", WorkItemState.NotStarted)]
    [InlineData("Selected for Development", WorkItemState.NotStarted)]
    [InlineData("In Progress", WorkItemState.Started)]
    [InlineData("Ready for Release", WorkItemState.Started)]
    [InlineData("CODE REVIEW", WorkItemState.Started)]
    [InlineData("Blocked", WorkItemState.Started)]
    [InlineData("Done", WorkItemState.Finished)]
    [InlineData("Won't Fix", WorkItemState.Finished)]
    [InlineData("Closed - Duplicate", WorkItemState.Finished)]
    [InlineData("Not done", WorkItemState.NotStarted)]
    [InlineData("Incomplete", null)]
    [InlineData("Unresolved", null)]
    [InlineData("Zur Abnahme", null)]
    public void The_words_of_a_status_say_where_the_item_stands(string status, WorkItemState? meaning) => Assert.Equal(meaning, StatusWords.MeaningOf(status));
}
