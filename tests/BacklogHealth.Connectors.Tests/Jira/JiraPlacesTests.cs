using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraPlacesTests
{
    [Fact]
    public async Task Projects_are_listed_over_all_pages_with_their_boards_and_no_project_is_needed_for_it()
    {
        await using var jira = new SmallJira()
            .On("GET /rest/api/3/project/search",
                """{"isLast":false,"total":3,"values":[{"key":"PAY","name":"Payments"},{"key":"CHK","name":"Checkout"}]}""",
                """{"isLast":true,"total":3,"values":[{"key":"OPS"}]}""")
            .On("GET /rest/agile/1.0/board", """
                {"isLast":true,"values":[{"id":8,"name":"B","type":"kanban","location":{"projectKey":"CHK"}},{"id":7,"name":"A","type":"scrum","location":{"projectKey":"CHK"}},
                {"id":9,"name":"Mine","type":"kanban","location":{"userId":5}},{"id":10,"name":"P","type":"simple","location":{"projectKey":"PAY"}}]}
                """);
        Assert.Equal(
            ["CHK Checkout: A, B", "OPS OPS: ", "PAY Payments: P"],
            (await (await jira.Open(o => o with { Project = "" })).Places(default)).Select(p => $"{p.Project} {p.Name}: {string.Join(", ", p.Teams)}"));
        Assert.Equal(["?startAt=0&maxResults=100", "?startAt=2&maxResults=100"], jira.Asked("GET /rest/api/3/project/search").Select(r => r.Query));
    }

    [Fact]
    public async Task A_data_center_whose_boards_do_not_say_where_they_belong_is_asked_project_by_project()
    {
        await using var jira = new SmallJira(JiraDeployment.DataCenter)
            .On("GET /rest/api/2/project", """[{"key":"PAY","name":"Payments"},{"key":"CHK","name":"Checkout"}]""")
            .On("GET /rest/agile/1.0/board", request => request.Query.Contains("projectKeyOrId=PAY", StringComparison.Ordinal)
                ? """{"isLast":true,"values":[]}"""
                : """{"isLast":true,"values":[{"id":7,"name":"Checkout","type":"scrum"}]}""");
        Assert.Equal(
            ["CHK Checkout: Checkout", "PAY Payments: "],
            (await (await jira.Open(o => o with { Project = "" })).Places(default)).Select(p => $"{p.Project} {p.Name}: {string.Join(", ", p.Teams)}"));
    }

    [Fact]
    public async Task A_site_without_jira_software_has_projects_without_boards()
    {
        await using var jira = new SmallJira()
            .On("GET /rest/api/3/project/search", """{"isLast":true,"values":[{"key":"CHK","name":"Checkout"}]}""")
            .On("GET /rest/agile/1.0/board", new ScriptedAnswer(403, "{}"));
        Assert.Empty(Assert.Single(await (await jira.Open()).Places(default)).Teams);
    }

    [Fact]
    public async Task An_account_that_may_list_no_project_is_told()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/project/search", new ScriptedAnswer(403, "{}"));
        var tracker = await jira.Open();
        var error = await Assert.ThrowsAsync<TrackerException>(() => tracker.Places(default));
        Assert.Equal($"{jira.Where}: the projects could not be listed (403). Expected an account that may browse at least one. Ask an administrator for the permission.", error.Message);
    }
}
