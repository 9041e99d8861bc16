using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class NameTheRoleTests
{
    [Theory]
    [InlineData("As a user, I want to file a claim", "anybody", "user")]
    [InlineData("As an end user I can file a claim", "anybody", "end user")]
    [InlineData("As the web service, I want to send a reminder", "thing", "web service")]
    [InlineData("I would like to file a claim", "nobody", "I would like to")]
    public void Nobody_in_particular_is_found(string title, string kind, string found)
    {
        Assert.Equal(found, Some.Words("CL011", title));
        Assert.Equal(kind, Some.Find("CL011", title)!.Values["for"]);
    }

    [Theory]
    [InlineData("As a registered user, I want to file a claim")]
    [InlineData("As a user of the old shop, I want to file a claim")]
    [InlineData("As a system administrator, I want to file a claim")]
    [InlineData("File a claim")]
    public void A_role_passes(string title) => Assert.Null(Some.Words("CL011", title));

    [Fact]
    public void A_task_needs_no_role() => Assert.Null(Some.Find("CL011", "I want to file a claim", "", WorkItemKind.Task));
}
