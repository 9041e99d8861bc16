using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraScopeTests
{
    private const string Search = "POST /rest/api/3/search/jql";
    private const string Filter = "GET /rest/api/3/filter/1007";

    [Theory]
    [InlineData("7", "GET /rest/agile/1.0/board/7", """{"id":7,"name":"Checkout","type":"scrum"}""")]
    [InlineData("Checkout", "GET /rest/agile/1.0/board", """{"isLast":true,"values":[{"id":7,"name":"Checkout","type":"scrum"},{"id":9,"name":"Checkout next","type":"scrum"}]}""")]
    public async Task Without_project_and_query_the_boards_saved_filter_is_the_scope_and_never_what_its_columns_show(string board, string route, string answer)
    {
        await using var jira = new SmallJira()
            .On(route, answer)
            .On("GET /rest/api/3/status", """[{"id":"10","name":"To Do","statusCategory":{"key":"new"}}]""")
            .On(Filter, """{"id":"1007","jql":"project = CHK AND labels = web ORDER BY Rank ASC"}""");
        await jira.List(o => o with { Project = "", Board = board });
        Assert.Equal("(project = CHK AND labels = web) ORDER BY created ASC, key ASC", jira.Bodies(Search)[0].GetProperty("jql").GetString());
        Assert.DoesNotContain(jira.Requests, r => r.Path.EndsWith("/issue", StringComparison.Ordinal) || r.Path.EndsWith("/backlog", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_saved_filter_is_told_where_it_is_the_scope_and_only_there()
    {
        await using var jira = Board().On(Filter, """{"id":"1007","jql":"labels = web ORDER BY Rank ASC"}""");
        Assert.Equal("(labels = web) ORDER BY created ASC, key ASC", (await jira.Describe(o => o with { Project = "", Board = "7" })).ScopeFound);
        await using var project = Board();
        Assert.Equal("", (await project.Describe(o => o with { Board = "7" })).ScopeFound);
    }

    [Theory]
    [InlineData(400, """{"errorMessages":["The selected filter is not available to you."]}""", "the saved filter 1007 of board 'Checkout' (7) could not be read (400: \"The selected filter is not available to you\"). Expected a filter that is shared with the account. Share it, or set the team's Project or Query.")]
    [InlineData(200, """{"id":"1007","jql":"ORDER BY Rank ASC"}""", "the saved filter 1007 of board 'Checkout' (7) finds every item of the site. Expected a filter with a condition. Mend it, or set the team's Project or Query.")]
    public async Task A_filter_that_gives_no_bounded_scope_is_an_error_of_settings(int status, string answer, string message)
    {
        await using var jira = Board().On(Filter, new ScriptedAnswer(status, answer));
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe(o => o with { Project = "", Board = "7" }));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{jira.Where}: {message}", error.Message);
    }

    [Fact]
    public async Task A_board_whose_filter_is_not_known_is_an_error_of_settings()
    {
        await using var jira = Board().On("GET /rest/agile/1.0/board/7/configuration", new ScriptedAnswer(403, "{}"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe(o => o with { Project = "", Board = "7" }));
        Assert.Equal($"{jira.Where}: the saved filter of board 'Checkout' (7) is not known. Expected a board with a filter. Set the team's Project or Query.", error.Message);
    }

    [Fact]
    public async Task A_board_that_cannot_be_read_is_an_error_of_settings()
    {
        await using var jira = new SmallJira();
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe(o => o with { Project = "", Board = "8" }));
        Assert.Equal($"{jira.Where}: board '8' could not be read (404: \"No such route\"). Expected the number of a board that the account can see. Set the team's Board, or share the board with the account.", error.Message);
    }

    [Fact]
    public async Task A_project_with_a_board_is_read_as_the_whole_project()
    {
        await using var jira = new SmallJira();
        await jira.List(o => o with { Board = "7" });
        Assert.Equal("project = \"CHK\" ORDER BY created ASC, key ASC", jira.Bodies(Search)[0].GetProperty("jql").GetString());
        Assert.Empty(jira.Asked(Filter));
    }

    [Fact]
    public async Task The_count_of_the_site_is_asked_for_with_the_same_query()
    {
        await using var jira = new SmallJira().On("POST /rest/api/3/search/approximate-count", """{"count":153}""");
        Assert.Equal(153, await (await jira.Open()).ApproximateCount(default));
        Assert.Equal("""{"jql":"project = \u0022CHK\u0022 ORDER BY created ASC, key ASC"}""", jira.Bodies("POST /rest/api/3/search/approximate-count").Single().GetRawText());
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(200, "{}")]
    public async Task A_site_that_does_not_count_has_no_count(int status, string answer)
    {
        await using var jira = new SmallJira().On("POST /rest/api/3/search/approximate-count", new ScriptedAnswer(status, answer));
        Assert.Null(await (await jira.Open()).ApproximateCount(default));
    }

    [Fact]
    public async Task A_query_that_cannot_be_counted_is_an_error_of_settings()
    {
        await using var jira = new SmallJira().On("POST /rest/api/3/search/approximate-count", new ScriptedAnswer(400, "{}"));
        var tracker = await jira.Open();
        Assert.Equal(TrackerFault.Settings, (await Assert.ThrowsAsync<TrackerException>(() => tracker.ApproximateCount(default))).Fault);
    }

    [Fact]
    public async Task A_scoped_token_is_sent_to_the_gateway_and_items_are_opened_on_the_site()
    {
        await using var jira = new SmallJira { Prefix = "/ex/jira/11223344-a1b2-3c4d" };
        var profile = await jira.Describe();
        Assert.Equal("https://acme.atlassian.net/browse/{key}", profile.BrowseUrl);
        Assert.All(jira.Requests, r => Assert.StartsWith("/ex/jira/11223344-a1b2-3c4d/rest/", r.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_whose_scopes_hold_no_boards_reads_the_rest()
    {
        await using var jira = new SmallJira().On("GET /rest/agile/1.0/board", new ScriptedAnswer(401, """{"message":"Unauthorized; scope does not match"}"""));
        Assert.Equal(["Boards could not be read (401), so there are no sprints, and the order of states is a guess."], (await jira.Describe(o => o with { StoryPointsField = "customfield_10016" })).Notes);
    }

    [Fact]
    public async Task Fields_are_told_with_how_they_were_found()
    {
        await using var jira = new SmallJira();
        Assert.Equal(
            [
                new FieldFound(FieldNames.Sprint, "customfield_10020", "Sprint", "by its kind"),
                new FieldFound(FieldNames.Parent, "customfield_10014", "Epic Link", "by its kind"),
                new FieldFound(FieldNames.Rank, "customfield_10019", "Rank", "by the settings of board 'Checkout' (7)"),
                new FieldFound(FieldNames.StoryPoints, "customfield_10016", "Story point estimate", "by the settings of board 'Checkout' (7)"),
                new FieldFound(FieldNames.AcceptanceCriteria, "customfield_10030", "Acceptance Criteria", "by the team's settings"),
                new FieldFound(FieldNames.Flagged, "customfield_10021", "Flagged", "by its name"),
                new FieldFound(FieldNames.Team, "customfield_10001", "Team", "by its kind"),
            ],
            (await jira.Describe(o => o with { AcceptanceCriteriaField = "customfield_10030" })).Fields);
    }

    private static SmallJira Board() => new SmallJira().On("GET /rest/agile/1.0/board/7", """{"id":7,"name":"Checkout","type":"scrum"}""");
}
