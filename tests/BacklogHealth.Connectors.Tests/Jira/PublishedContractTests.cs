using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class PublishedContractTests
{
    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("GET", "/rest/api/3/nothing", "", "", "GET /rest/api/3/nothing is not published")]
    [InlineData("DELETE", "/rest/api/3/myself", "", "", "DELETE /rest/api/3/myself is not published")]
    [InlineData("GET", "/rest/agile/1.0/board", "?project=CHK", "", "GET /rest/agile/1.0/board has no query parameter 'project'")]
    [InlineData("POST", "/rest/api/3/search/jql", "", """{"startAt":0}""", "POST /rest/api/3/search/jql has no member 'startAt' in its body")]
    [InlineData("POST", "/rest/api/3/search/jql", "", """{"fields":"updated"}""", "POST /rest/api/3/search/jql takes 'fields' as array, not as string")]
    public void What_is_not_published_is_objected_to(string method, string path, string query, string body, string objection)
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        Assert.Equal([objection], PublishedContract.Objections(new ScriptedRequest(method, path, query, body, None)));
    }

    [Fact]
    public async Task Every_kind_of_request_that_a_sync_sends_is_published()
    {
        Assert.SkipWhen(PublishedContract.Folder is null, PublishedContract.Absent);
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/search/jql", """{"nextPageToken":"t","issues":[{"id":"1","fields":{"updated":"x"}}]}""", """{"isLast":true,"issues":[]}""")
            .On("POST /rest/api/3/issue/bulkfetch", """{"issues":[{"id":"1","key":"CHK-1","fields":{"status":{"id":"10"},"created":"2026-01-05T10:12:33.000+0100","comment":{"comments":[],"total":1}}}]}""")
            .On("GET /rest/api/3/issue/1/comment", """{"total":1,"comments":[{"id":"5","created":"2026-01-05T10:12:33.000+0100","body":null}]}""")
            .On("POST /rest/api/3/changelog/bulkfetch", """{"nextPageToken":"t","issueChangeLogs":[]}""", """{"issueChangeLogs":[]}""");
        var tracker = await jira.Open();
        await tracker.Describe(default);
        await foreach (var page in tracker.List(null, default))
        {
            Assert.NotNull(page);
        }

        await tracker.Fetch(["1"], SmallJira.NoneKnown, default);
        Assert.Equal(16, tracker.Traffic.Requests);
        // Leaving the block checks each of them.
    }
}
