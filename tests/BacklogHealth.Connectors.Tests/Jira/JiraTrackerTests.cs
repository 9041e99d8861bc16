using BacklogHealth.Connectors.Jira;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraTrackerTests
{
    private static readonly JiraOptions Options = new() { Name = "acme", BaseUrl = new Uri("https://acme.example"), User = "po@acme.example", Token = "canary-7f3a" };

    [Fact]
    public async Task A_team_without_project_query_and_board_is_an_error_of_settings_before_anything_is_sent()
    {
        await using var jira = new SmallJira();
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List(o => o with { Project = "" }));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{jira.Where}: the team has neither a project nor a query nor a board. Expected at least one, so that not the whole site is read. Set the team's Project, for example to CHK.", error.Message);
        Assert.Empty(jira.Requests);
    }

    [Fact]
    public void Options_do_not_show_the_token() => Assert.Equal("acme", Options.ToString());

    [Fact]
    public async Task More_ids_than_fit_one_fetch_are_not_taken()
    {
        using var tracker = new JiraTracker(Options with { Project = "CHK" }, TimeProvider.System);
        Assert.Equal(100, tracker.FetchSize);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => tracker.Fetch([.. Enumerable.Repeat("1", 101)], SmallJira.NoneKnown, default));
    }

    [Fact]
    public async Task A_fetch_finds_the_fields_by_itself_once()
    {
        await using var jira = new SmallJira();
        var tracker = await jira.Open();
        await tracker.Fetch(["1"], SmallJira.NoneKnown, default);
        await tracker.Fetch(["2"], SmallJira.NoneKnown, default);
        Assert.Single(jira.Asked("GET /rest/api/3/field"));
    }
}
