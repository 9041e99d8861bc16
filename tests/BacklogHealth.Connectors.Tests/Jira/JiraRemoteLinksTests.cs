using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraRemoteLinksTests
{
    private const string Links = "GET /rest/api/3/issue/1/remotelink";

    [Fact]
    public async Task Links_are_asked_for_where_the_history_names_one_and_nowhere_else()
    {
        await using var jira = Jira(History(1, "RemoteWorkItemLink")).On(Links, """[{"id":1,"object":{"title":" Design  page ","url":"https://pages.example/1"}},{"id":2,"object":{"url":"https://pages.example/2"}}]""");
        var items = (await jira.Fetch("1", "2")).Items;
        Assert.Equal(["Design page"], items[0].RemoteLinks);
        Assert.Empty(items[1].RemoteLinks);
        Assert.DoesNotContain(jira.Requests, r => r.Path.EndsWith("/2/remotelink", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_not_asked_for_again_while_the_history_names_no_new_one()
    {
        var histories = History(1, "RemoteIssueLink");
        await using var jira = Jira(() => histories).On(Links, """[{"id":1,"object":{"title":"Design page"}}]""", """[{"id":1,"object":{"title":"Design page"}},{"id":2,"object":{"title":"Test plan"}}]""");
        var tracker = await jira.Open();
        var kept = (await tracker.Fetch(["1"], SmallJira.NoneKnown, default)).Payloads[0];
        histories += "," + History(2, "labels");
        Assert.Equal(["Design page"], (await tracker.Fetch(["1"], Known, default)).Items[0].RemoteLinks);
        Assert.Single(jira.Asked(Links));
        histories += "," + History(3, "RemoteIssueLink");
        Assert.Equal(["Design page", "Test plan"], (await tracker.Fetch(["1"], Known, default)).Items[0].RemoteLinks);
        Assert.Equal(2, jira.Asked(Links).Count());

        Task<ItemPayload?> Known(string id, CancellationToken cancellation) => Task.FromResult<ItemPayload?>(kept);
    }

    [Fact]
    public async Task Where_the_history_is_not_whole_they_are_asked_for()
    {
        await using var jira = new SmallJira(JiraDeployment.DataCenter)
            .On("POST /rest/api/2/search", """{"total":1,"issues":[{"id":"1","key":"CHK-1","fields":{"status":{"id":"10"},"created":"2026-01-05T10:12:33.000+0100"},"changelog":{"total":9,"histories":[]}}]}""")
            .On("GET /rest/api/2/issue/1/remotelink", """[{"object":{"title":"Design page"}}]""");
        Assert.Equal(["Design page"], Assert.Single((await jira.Fetch("1")).Items).RemoteLinks);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_site_that_does_not_give_them_has_none(int status)
    {
        await using var jira = Jira(History(1, "RemoteIssueLink")).On(Links, new ScriptedAnswer(status, "{}"));
        Assert.Empty((await jira.Fetch("1")).Items[0].RemoteLinks);
    }

    private static SmallJira Jira(string histories) => Jira(() => histories);

    private static SmallJira Jira(Func<string> histories) => new SmallJira()
        .On("POST /rest/api/3/issue/bulkfetch", """
            {"issues":[{"id":"1","key":"CHK-1","fields":{"status":{"id":"10"},"created":"2026-01-05T10:12:33.000+0100"}},
                       {"id":"2","key":"CHK-2","fields":{"status":{"id":"10"},"created":"2026-01-05T10:12:33.000+0100"}}]}
            """)
        .On("POST /rest/api/3/changelog/bulkfetch", _ => $$"""{"issueChangeLogs":[{"issueId":"1","changeHistories":[{{histories()}}]}]}""");

    private static string History(int id, string field) => $$"""{"id":"{{id}}","created":1767600000000,"items":[{"field":"{{field}}","from":null,"fromString":null,"to":"{{id}}","toString":"This work item links to \"Page (Wiki)\""}]}""";
}
