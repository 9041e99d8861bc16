using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

/// <summary>Every example answer that the vendor publishes for the requests we send is read by the real connector over real HTTP.</summary>
public sealed class PublishedExamplesTests
{
    [Fact]
    public async Task The_examples_of_account_server_project_fields_and_boards_are_read()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        ScriptedAnswer last = """{"isLast":true,"values":[]}""";
        await using var jira = new SmallJira()
            .On("GET /rest/api/3/myself", Only("get", "/rest/api/3/myself"))
            .On("GET /rest/api/3/serverInfo", Only("get", "/rest/api/3/serverInfo"))
            .On("GET /rest/api/3/field", Only("get", "/rest/api/3/field"))
            .On("GET /rest/api/3/project/CHK/statuses", Only("get", "/rest/api/3/project/{projectIdOrKey}/statuses"))
            .On("GET /rest/agile/1.0/board", Only("get", "/rest/agile/1.0/board"), last)
            .On("GET /rest/agile/1.0/board/84/configuration", Only("get", "/rest/agile/1.0/board/{boardId}/configuration"))
            .On("GET /rest/agile/1.0/board/84/sprint", Only("get", "/rest/agile/1.0/board/{boardId}/sprint"), last);
        var profile = await jira.Describe();
        Assert.Equal("Australia/Sydney", profile.TimeZoneId);
        Assert.Equal("https://your-domain.atlassian.net/browse/{key}", profile.BrowseUrl);
        Assert.Equal(
            [
                new Sprint("37", "sprint 1", "sprint 1 goal", SprintPhase.Closed, Utc(2015, 4, 11, 5, 22), Utc(2015, 4, 19, 15, 22), Utc(2015, 4, 20, 1, 4)),
                new Sprint("72", "sprint 2", "sprint 2 goal", SprintPhase.Future, null, null, null),
            ],
            profile.Sprints);
        Assert.Equal(
            [
                "Project CHK has 2 boards. 'scrum board' (84) gives the order of states and the estimate; set the team's Board to choose another.",
                "Board 'kanban board' (92) is a Kanban board and has no sprints.",
                "Status 'In Progress' (10000) has no category that is known, so it counts as unmapped until the team's Workflow says what it means.",
                "Status 'Closed' (5) has no category that is known, so it counts as unmapped until the team's Workflow says what it means.",
            ],
            profile.Notes);
    }

    [Fact]
    public async Task The_example_of_the_statuses_of_a_site_is_read()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira().On("GET /rest/api/3/status", Only("get", "/rest/api/3/status"));
        var profile = await jira.Describe(o => o with { Project = "", Query = "labels = pay" });
        // The example's categories are none that a site has: such states are named and left to the team, never guessed.
        Assert.Empty(profile.Workflow.States);
        Assert.Equal(["In Progress", "Closed"], profile.Notes.Where(n => n.StartsWith("Status '", StringComparison.Ordinal)).Select(n => n.Split('\'')[1]));
    }

    [Theory]
    [InlineData("get")]
    [InlineData("post")]
    public async Task The_examples_of_a_search_are_read(string method)
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira().On("POST /rest/api/3/search/jql", Only(method, "/rest/api/3/search/jql"));
        var page = Assert.Single(await jira.List());
        Assert.Equal([new CensusEntry("10002", "1|")], page.Entries);
        Assert.True(page.IsLast);
    }

    [Fact]
    public async Task The_examples_of_issues_and_histories_are_read_and_what_they_lack_is_named()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/issue/bulkfetch", Only("post", "/rest/api/3/issue/bulkfetch"))
            .On("POST /rest/api/3/changelog/bulkfetch", Only("post", "/rest/api/3/changelog/bulkfetch"), """{"issueChangeLogs":[]}""");
        var fetched = await jira.Fetch("10002");
        Assert.Equal([new UnavailableItem("10002", "the answer has no status", Absence.Unreadable)], fetched.Unavailable);
    }

    [Fact]
    public async Task The_example_of_a_history_becomes_changes_and_that_of_comments_comments()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/issue/bulkfetch", """{"issues":[{"id":"10100","key":"CHK-1","fields":{"status":{"id":"10"},"created":"2016-01-05T10:12:33.000+0100","comment":{"comments":[],"total":1}}}]}""")
            .On("GET /rest/api/3/issue/10100/comment", Only("get", "/rest/api/3/issue/{issueIdOrKey}/comment"))
            .On("POST /rest/api/3/changelog/bulkfetch", Only("post", "/rest/api/3/changelog/bulkfetch"), """{"issueChangeLogs":[]}""");
        var item = Assert.Single((await jira.Fetch("10100")).Items);
        Assert.Equal(
            [
                new FieldChange(DateTimeOffset.FromUnixTimeSeconds(1492070429), "fields", new("old summary"), new("new summary"), "5b10a2844c20165700ede21g"),
                new FieldChange(DateTimeOffset.FromUnixTimeSeconds(1492071429), "fields", new("old summary 2"), new("new summary 2"), "5b10a2844c20165700ede21g"),
            ],
            item.Changes);
        var comment = Assert.Single(item.Comments);
        Assert.Equal(("10000", "5b10a2844c20165700ede21g", Utc(2021, 1, 17, 12, 34)), (comment.Id, comment.AuthorId, comment.At));
        Assert.Contains("Lorem ipsum dolor sit amet", comment.Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_examples_of_projects_and_boards_become_places()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira()
            .On("GET /rest/api/3/project/search", Only("get", "/rest/api/3/project/search"), """{"isLast":true,"values":[]}""")
            .On("GET /rest/agile/1.0/board", Only("get", "/rest/agile/1.0/board"), """{"isLast":true,"values":[]}""");
        Assert.Equal(["ABC Alphabetical", "EX Example"], (await (await jira.Open()).Places(default)).Select(p => $"{p.Project} {p.Name}"));
    }

    [Fact]
    public async Task The_example_of_permissions_says_nothing_of_browsing_and_refuses_nobody()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira().On("GET /rest/api/3/mypermissions", Only("get", "/rest/api/3/mypermissions"));
        Assert.NotEmpty((await jira.Describe()).Workflow.States);
    }

    [Fact]
    public async Task The_example_of_a_count_is_read()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira().On("POST /rest/api/3/search/approximate-count", Only("post", "/rest/api/3/search/approximate-count"));
        Assert.Equal(153, await (await jira.Open()).ApproximateCount(default));
    }

    [Fact]
    public async Task The_example_of_remote_links_becomes_their_titles()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/issue/bulkfetch", """{"issues":[{"id":"10100","key":"CHK-1","fields":{"status":{"id":"10"},"created":"2016-01-05T10:12:33.000+0100"}}]}""")
            .On("POST /rest/api/3/changelog/bulkfetch", """{"issueChangeLogs":[{"issueId":"10100","changeHistories":[{"id":"2","created":1767600000000,"items":[{"field":"RemoteWorkItemLink"}]}]}]}""")
            .On("GET /rest/api/3/issue/10100/remotelink", Only("get", "/rest/api/3/issue/{issueIdOrKey}/remotelink"));
        Assert.Equal(["TSTSUP-111", "Test Case #1234"], Assert.Single((await jira.Fetch("10100")).Items).RemoteLinks);
    }

    [Fact]
    public async Task The_examples_of_a_board_a_filter_and_a_project_make_a_scope()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira()
            .On("GET /rest/agile/1.0/board/84", Only("get", "/rest/agile/1.0/board/{boardId}"))
            .On("GET /rest/agile/1.0/board/84/configuration", Only("get", "/rest/agile/1.0/board/{boardId}/configuration"))
            .On("GET /rest/api/3/filter/1001", Only("get", "/rest/api/3/filter/{id}"))
            .On("GET /rest/api/3/project/EX", Only("get", "/rest/api/3/project/{projectIdOrKey}"))
            .On("GET /rest/api/3/project/EX/statuses", Only("get", "/rest/api/3/project/{projectIdOrKey}/statuses"));
        await jira.List(o => o with { Project = "", Board = "84" });
        Assert.Equal("(type = Bug and resolution is empty) ORDER BY created ASC, key ASC", jira.Bodies("POST /rest/api/3/search/jql")[0].GetProperty("jql").GetString());
        await using var project = new SmallJira().On("GET /rest/api/3/project/EX", Only("get", "/rest/api/3/project/{projectIdOrKey}")).On("GET /rest/api/3/project/EX/statuses", "[]");
        Assert.Empty((await project.Describe(o => o with { Project = "EX" })).Workflow.States);
    }

    [Fact]
    public async Task The_example_of_a_projects_versions_becomes_releases_with_their_dates()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira()
            .On("GET /rest/agile/1.0/board/84", Only("get", "/rest/agile/1.0/board/{boardId}"))
            .On("GET /rest/agile/1.0/board/84/configuration", Only("get", "/rest/agile/1.0/board/{boardId}/configuration"))
            .On("GET /rest/api/3/filter/1001", Only("get", "/rest/api/3/filter/{id}"))
            .On("GET /rest/api/3/project/10040/versions", Only("get", "/rest/api/3/project/{projectIdOrKey}/versions"));
        Assert.Equal([new("New Version 1", new DateOnly(2010, 7, 6), true), new Release("Next Version", null, false)], (await jira.Describe(o => o with { Project = "", Board = "84" })).Releases);
    }

    [Fact]
    public async Task The_example_of_one_issues_history_completes_one_that_came_cut_short()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira(JiraDeployment.DataCenter)
            .On("POST /rest/api/2/search", """{"total":1,"issues":[{"id":"1","key":"CHK-1","fields":{"status":{"id":"10"},"created":"2016-01-05T10:12:33.000+0100"},"changelog":{"total":5,"histories":[]}}]}""")
            .On("GET /rest/api/2/issue/1/changelog", Only("get", "/rest/api/3/issue/{issueIdOrKey}/changelog"), """{"total":5,"isLast":true,"values":[{"id":"1"},{"id":"2"},{"id":"3"}]}""");
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.Equal(["fields", "fields"], item.Changes.Select(c => c.Field));
        Assert.False(item.HistoryComplete);
    }

    private static ScriptedAnswer Only(string method, string template) => Assert.Single(PublishedContract.Examples(method, template));

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
