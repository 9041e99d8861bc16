using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Routes;

public class PublishedTests
{
    public static TheoryData<string, string> GetRoutes { get; } = new()
    {
        { "/rest/api/3/myself", "rest/api/3/myself" },
        { "/rest/api/3/serverInfo", "rest/api/3/serverInfo" },
        { "/rest/api/3/field", "rest/api/3/field" },
        { "/rest/api/3/status", "rest/api/3/status" },
        { "/rest/api/3/priority", "rest/api/3/priority" },
        { "/rest/api/3/project/{projectIdOrKey}", "rest/api/3/project/CHK" },
        { "/rest/api/3/project/{projectIdOrKey}/statuses", "rest/api/3/project/CHK/statuses" },
        { "/rest/api/3/project/{projectIdOrKey}/versions", "rest/api/3/project/CHK/versions" },
        { "/rest/api/3/search/jql", "rest/api/3/search/jql?jql=project=CHK&fields=*all&maxResults=100" },
        { "/rest/api/3/issue/{issueIdOrKey}", "rest/api/3/issue/CHK-1?expand=changelog" },
        { "/rest/api/3/issue/{issueIdOrKey}/changelog", "rest/api/3/issue/CHK-1/changelog?maxResults=2" },
        { "/rest/api/3/issue/{issueIdOrKey}/comment", "rest/api/3/issue/CHK-1/comment" },
        { "/rest/api/3/mypermissions", "rest/api/3/mypermissions?projectKey=CHK&permissions=BROWSE_PROJECTS,EDIT_ISSUES" },
        { "/rest/api/3/project/search", "rest/api/3/project/search?maxResults=2" },
        { "/rest/api/3/filter/{id}", "rest/api/3/filter/11" },
        { "/rest/agile/1.0/board", "rest/agile/1.0/board" },
        { "/rest/agile/1.0/board/{boardId}", "rest/agile/1.0/board/1" },
        { "/rest/agile/1.0/board/{boardId}/configuration", "rest/agile/1.0/board/1/configuration" },
        { "/rest/agile/1.0/board/{boardId}/sprint", "rest/agile/1.0/board/1/sprint" },
        { "/rest/agile/1.0/board/{boardId}/backlog", "rest/agile/1.0/board/1/backlog" },
    };

    public static TheoryData<string, string> PostRoutes { get; } = new()
    {
        { "/rest/api/3/search/jql", """{"jql":"project = CHK","fields":["*all"],"maxResults":100}""" },
        { "/rest/api/3/search/approximate-count", """{"jql":"project = CHK"}""" },
        { "/rest/api/3/issue/bulkfetch", """{"issueIdsOrKeys":["10001","CHK-3","99999"],"fields":["*all"]}""" },
        { "/rest/api/3/changelog/bulkfetch", """{"issueIdsOrKeys":["10001","CHK-3"],"maxResults":2}""" },
    };

    [Theory]
    [MemberData(nameof(GetRoutes))]
    public async Task Answers_are_as_the_vendor_describes_them(string described, string called)
    {
        await using var sample = await Sample.Start();
        Published.Holds(await sample.Get(called), "get", described);
    }

    [Theory]
    [MemberData(nameof(PostRoutes))]
    public async Task Answers_to_posted_questions_are_as_the_vendor_describes_them(string route, string body)
    {
        await using var sample = await Sample.Start();
        Published.Holds(await sample.Post(route[1..], body), "post", route);
    }

    [Fact]
    public async Task Issues_of_a_sprint_come_as_a_page_of_search_results()
    {
        await using var sample = await Sample.Start();
        Published.Holds(await sample.Get("rest/agile/1.0/sprint/12/issue"), "get", "/rest/agile/1.0/board/{boardId}/backlog");
    }

    // The description tells of one link where its own example, as the tracker itself, gives a list.
    [Fact]
    public async Task A_page_elsewhere_is_as_the_vendor_describes_it()
    {
        var backlog = SmallBacklog.Make().With("10001", i => i with { RemoteLinks = [new SampleRemoteLink("8", "The contract", "https://elsewhere.example/contract")] });
        await using var sample = await Sample.Start(backlog, o => o);
        Published.Holds(Assert.Single((await sample.Get("rest/api/3/issue/CHK-1/remotelink")).EnumerateArray()), "get", "/rest/api/3/issue/{issueIdOrKey}/remotelink");
    }

    // No description of Data Center is published; what it shares with Cloud is as Cloud's.
    [Theory]
    [InlineData("/rest/api/3/field", "rest/api/2/field")]
    [InlineData("/rest/api/3/status", "rest/api/2/status")]
    [InlineData("/rest/api/3/mypermissions", "rest/api/2/mypermissions")]
    [InlineData("/rest/api/3/filter/{id}", "rest/api/2/filter/11")]
    [InlineData("/rest/api/3/project/{projectIdOrKey}/statuses", "rest/api/2/project/CHK/statuses")]
    [InlineData("/rest/agile/1.0/board", "rest/agile/1.0/board")]
    [InlineData("/rest/agile/1.0/board/{boardId}/configuration", "rest/agile/1.0/board/1/configuration")]
    [InlineData("/rest/agile/1.0/board/{boardId}/sprint", "rest/agile/1.0/board/1/sprint")]
    public async Task What_Data_Center_shares_is_as_Cloud_describes_it(string described, string called)
    {
        await using var sample = await Sample.StartDataCenter();
        Published.Holds(await sample.Get(called), "get", described);
    }

    [Theory]
    [InlineData("""{"issues":[{"id":10001}],"isLast":true}""", "$.issues[0].id: found Number; expected string")]
    [InlineData("""{"issues":{},"isLast":true}""", "$.issues: found Object; expected array")]
    [InlineData("""{"issues":[],"total":3}""", "$: found total; expected only published properties")]
    public void The_walk_along_a_schema_finds_what_is_wrong(string answer, string problem)
    {
        using var wrong = JsonDocument.Parse(answer);
        var schema = JsonDocument.Parse("""
            {"type":"object","additionalProperties":false,"properties":{"isLast":{"type":"boolean"},
             "issues":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"}}}}}}
            """).RootElement;
        Assert.Equal([problem], new SchemaWalk(schema).Problems(wrong.RootElement, schema));
    }
}
