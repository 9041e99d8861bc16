using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraDiscoveryTests
{
    [Fact]
    public async Task The_zone_the_pages_and_the_workflow_in_the_order_of_the_board_are_found()
    {
        await using var jira = new SmallJira();
        var profile = await jira.Describe();
        Assert.Equal("Europe/Berlin", profile.TimeZoneId);
        Assert.Equal("https://acme.atlassian.net/browse/{key}", profile.BrowseUrl);
        Assert.Equal(
            [new("10", "To Do", WorkItemState.NotStarted), new("20", "In Progress", WorkItemState.Started), new("30", "Done", WorkItemState.Finished)],
            profile.Workflow.States);
        Assert.Empty(profile.Notes);
    }

    [Fact]
    public async Task The_address_of_pages_may_be_set()
    {
        await using var jira = new SmallJira();
        var profile = await jira.Describe(o => o with { BrowseUrl = new Uri("https://pages.example/") });
        Assert.Equal(("https://pages.example/browse/{key}", "https://pages.example/jira/people/{author}"), (profile.BrowseUrl, profile.AuthorUrl));
    }

    [Fact]
    public async Task An_address_that_is_no_jira_is_told()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/myself", new ScriptedAnswer(404, "not found", "text/plain"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe());
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{jira.Where}: there is no Jira Cloud at this address (404 for /rest/api/3/myself). Expected the address of a site, for example https://acme.atlassian.net. Set Connections:acme:BaseUrl.", error.Message);
    }

    [Fact]
    public async Task A_jira_of_another_kind_is_told()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/serverInfo", """{"deploymentType":"Server"}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe());
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{jira.Where}: this is a Jira of the kind 'Server'. Expected Jira Cloud. Set Connections:acme:Kind to JiraDataCenter.", error.Message);
    }

    [Fact]
    public async Task Refused_credentials_are_sent_once()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/myself", new ScriptedAnswer(401, "{}"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe());
        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Single(jira.Asked("GET /rest/api/3/myself"));
    }
}
