using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureContractTests
{
    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("GET", "/acme/_apis/wit/nothing", "?api-version=7.1", "", "GET /acme/_apis/wit/nothing is not published")]
    [InlineData("DELETE", "/acme/_apis/projects/Shop", "?api-version=7.1", "", "DELETE /acme/_apis/projects/Shop is not published")]
    [InlineData("GET", "/acme/_apis/projects/Shop", "?api-version=9.0", "", "GET /acme/_apis/projects/Shop is published in version 7.1, not in 9.0")]
    [InlineData("GET", "/acme/_apis/projects/Shop", "", "", "GET /acme/_apis/projects/Shop is published in version 7.1, not in ")]
    [InlineData("GET", "/acme/_apis/connectionData", "?api-version=7.1", "", "GET /acme/_apis/connectionData takes no query")]
    [InlineData("GET", "/acme/Shop/_apis/wit/recyclebin", "?id=1&api-version=7.1", "", "GET /acme/Shop/_apis/wit/recyclebin has no query parameter 'id'")]
    [InlineData("POST", "/acme/Shop/_apis/wit/wiql", "?api-version=7.1", """{"wiql":"SELECT"}""", "POST /acme/Shop/_apis/wit/wiql has no member 'wiql' in its body")]
    [InlineData("POST", "/acme/_apis/wit/workitemsbatch", "?api-version=7.1", """{"ids":"1"}""", "POST /acme/_apis/wit/workitemsbatch takes 'ids' as array, not as string")]
    [InlineData("POST", "/acme/_apis/wit/workitemsbatch", "?api-version=7.1", """{"errorPolicy":"skip"}""", "POST /acme/_apis/wit/workitemsbatch knows no 'errorPolicy' of 'skip'")]
    public void What_is_not_published_is_objected_to(string method, string path, string query, string body, string objection)
    {
        Assert.SkipWhen(AzureContract.Folder is null, AzureContract.Absent);
        Assert.Equal([objection], AzureContract.Objections(new ScriptedRequest(method, path, query, body, None)));
    }

    [Fact]
    public async Task Every_kind_of_request_that_a_sync_sends_is_published()
    {
        Assert.SkipWhen(AzureContract.Folder is null, AzureContract.Absent);
        await using var azure = new SmallAzure()
            .With("""{"id":7,"rev":1,"fields":{"System.TeamProject":"Shop","System.WorkItemType":"Bug","System.State":"New","System.CreatedDate":"2026-01-05T09:00:00Z","System.CommentCount":1}}""", """{"id":1,"rev":1}""")
            .On("GET /acme/Shop/_apis/wit/workItems/7/comments", """{"comments":[],"continuationToken":"c"}""", """{"comments":[]}""")
            .On("GET /acme/_apis/projects/p-1/teams/Red", """{"id":"t-2","name":"Red"}""")
            .On("GET /acme/Shop/Red/_apis/work/teamsettings/teamfieldvalues", """{"field":{"referenceName":"System.AreaPath"},"values":[{"value":"Shop\\Red","includeChildren":true}]}""")
            .On("POST /acme/Shop/Red/_apis/wit/wiql", r => SmallAzure.Ids(Enumerable.Repeat(7, 1).Where(SmallAzure.Range(SmallAzure.Query(r)))))
            .On("POST /acme/Shop/_apis/wit/wiql", SmallAzure.Ids(7))
            .On("GET /acme/_apis/projects", """{"value":[{"name":"Shop"}]}""")
            .On("GET /acme/_apis/teams", """{"value":[{"name":"Red","projectName":"Shop"}]}""");
        var tracker = await azure.Open(o => o with { Team = "Red" });
        await tracker.Places(default);
        await tracker.Describe(default);
        var cursor = Assert.Single(await azure.List()).Cursor;
        await azure.List(cursor);
        await azure.List("a cursor of another time");
        await azure.Fetch("7", "8");
        await tracker.CheckAccess(default);
        Assert.True(tracker.Traffic.Requests > 30);
        // Leaving the block checks each of them.
    }
}
