using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class PublishedContractTests
{
    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("GET", "/rest/api/3/nothing", "", "", "GET /rest/api/3/nothing is not published")]
    [InlineData("DELETE", "/rest/api/3/myself", "", "", "DELETE /rest/api/3/myself is not published")]
    [InlineData("GET", "/rest/agile/1.0/board", "?project=CHK", "", "GET /rest/agile/1.0/board has no query parameter 'project'")]
    [InlineData("POST", "/rest/api/3/search/jql", "", """{"startAt":0}""", "POST /rest/api/3/search/jql body has no member 'startAt'")]
    [InlineData("POST", "/rest/api/3/search/jql", "", """{"fields":"updated"}""", "POST /rest/api/3/search/jql body.fields is String, published is array")]
    [InlineData("POST", "/rest/api/3/search/jql", "", """{"fields":["updated",7]}""", "POST /rest/api/3/search/jql body.fields[1] is Number, published is string")]
    [InlineData("POST", "/rest/api/3/search/jql", "", "", "POST /rest/api/3/search/jql takes a body")]
    [InlineData("POST", "/rest/api/3/changelog/bulkfetch", "", """{"maxResults":10}""", "POST /rest/api/3/changelog/bulkfetch body lacks 'issueIdsOrKeys'")]
    [InlineData("POST", "/rest/api/3/changelog/bulkfetch", "", """{"issueIdsOrKeys":["1"],"maxResults":10001}""", "POST /rest/api/3/changelog/bulkfetch body.maxResults is 10001, published are 10000 and less")]
    [InlineData("POST", "/rest/api/3/changelog/bulkfetch", "", """{"issueIdsOrKeys":[]}""", "POST /rest/api/3/changelog/bulkfetch body.issueIdsOrKeys has 0 entries, published are 1 or more")]
    [InlineData("POST", "/rest/api/2/search", "", """{"jql":7,"validateQuery":false}""", "POST /rest/api/2/search body.jql is Number, published is string")]
    [InlineData("GET", "/rest/agile/1.0/board", "?startAt=x", "", "GET /rest/agile/1.0/board takes 'startAt' as integer, not as 'x'")]
    [InlineData("GET", "/rest/api/3/myself", "", "{}", "GET /rest/api/3/myself takes no body")]
    public void What_is_not_published_is_objected_to(string method, string path, string query, string body, string objection)
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        Assert.Equal([objection], PublishedContract.Objections(new ScriptedRequest(method, path, query, body, None)));
    }

    [Theory]
    [InlineData(JiraDeployment.Cloud, 27)]
    [InlineData(JiraDeployment.DataCenter, 26)]
    public async Task Every_kind_of_request_that_is_ever_sent_is_published(JiraDeployment deployment, int requests)
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        const string Issue = """{"id":"1","key":"CHK-1","fields":{"status":{"id":"10"},"created":"2026-01-05T10:12:33.000+0100","comment":{"comments":[],"total":1}},"changelog":{"total":9,"histories":[]}}""";
        var sent = new List<ScriptedRequest>();
        await using var jira = new SmallJira(deployment)
            .On("POST /rest/api/3/search/jql", """{"nextPageToken":"t","issues":[{"id":"1","fields":{"updated":"x"}}]}""", """{"isLast":true,"issues":[]}""")
            .On("POST /rest/api/3/issue/bulkfetch", $$"""{"issues":[{{Issue}}]}""")
            .On("POST /rest/api/3/changelog/bulkfetch", """{"nextPageToken":"t","issueChangeLogs":[]}""", """{"issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"2","created":1767600000000,"items":[{"field":"RemoteIssueLink"}]}]}]}""")
            .On("GET /rest/api/3/project/search", """{"isLast":true,"values":[{"key":"CHK"}]}""")
            .On("GET /rest/api/2/project", """[{"key":"CHK"}]""")
            .On("POST /rest/api/2/search", $$"""{"total":1,"issues":[{{Issue}}]}""")
            .On("GET /rest/api/2/issue/2", new ScriptedAnswer(404, "{}"));
        jira.On($"GET {jira.Api}/issue/1/comment", """{"total":1,"comments":[{"id":"5","created":"2026-01-05T10:12:33.000+0100","body":null}]}""")
            .On($"GET {jira.Api}/filter/1007", """{"jql":"project = CHK"}""")
            .On("GET /rest/agile/1.0/board/7", """{"id":7,"name":"Checkout","type":"scrum"}""");
        var tracker = await jira.Open(o => o with { Project = "", Board = "7" });
        await tracker.Places(default);
        await tracker.Describe(default);
        await foreach (var page in tracker.List(null, default))
        {
            Assert.NotNull(page);
        }

        await tracker.ApproximateCount(default);
        await tracker.Fetch(["1", "2"], SmallJira.NoneKnown, default);
        sent.AddRange(jira.Requests);
        await using var byProject = new SmallJira(deployment)
            .On("POST /rest/api/3/search/jql", """{"isLast":true,"issues":[{"id":"1"}]}""")
            .On("POST /rest/api/2/search", """{"total":1,"issues":[{"id":"1"}]}""");
        tracker = await byProject.Open();
        await tracker.Describe(default);
        await tracker.CheckAccess(default);
        sent.AddRange(byProject.Requests);
        Assert.Equal(requests, sent.DistinctBy(r => (r.Route, r.Query, r.Body)).Count());
        // Leaving the block checks each of them; here as well, so that nobody takes the check away unseen.
        Assert.Empty(sent.SelectMany(PublishedContract.Objections));
        Assert.DoesNotContain(sent, r => r.Method is not ("GET" or "POST"));
    }

    [Fact]
    public async Task No_request_ever_holds_a_date()
    {
        await using var jira = new SmallJira();
        await jira.List(o => o with { Query = "labels = pay" });
        Assert.DoesNotContain(jira.Requests, r => r.Body.Contains("updated >", StringComparison.Ordinal) || r.Body.Contains("created >", StringComparison.Ordinal));
    }
}
