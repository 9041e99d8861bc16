using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraReleasesTests
{
    private const string Versions = """
        [{"id":"1","name":"Release 2","releaseDate":"2026-06-30","released":false},{"id":"2","name":"Release 3","released":false},
         {"id":"3","name":"Release 1","archived":true,"releaseDate":"2025-10-01","released":true},{"id":"4","name":"Someday","releaseDate":"10000-02-30"},{"id":"5"}]
        """;

    private static readonly Release[] Read =
    [
        new("Release 2", new DateOnly(2026, 6, 30), false), new("Release 3", null, false), new("Release 1", new DateOnly(2025, 10, 1), true), new("Someday", null, false),
    ];

    [Theory]
    [InlineData(JiraDeployment.Cloud)]
    [InlineData(JiraDeployment.DataCenter)]
    public async Task A_project_tells_its_releases_without_being_asked_a_second_time(JiraDeployment deployment)
    {
        await using var jira = new SmallJira(deployment);
        jira.On($"GET {jira.Api}/project/CHK", $$"""{"id":"100","key":"CHK","name":"Checkout","versions":{{Versions}}}""");
        Assert.Equal(Read, (await jira.Describe()).Releases);
        Assert.DoesNotContain(jira.Requests, r => r.Path.EndsWith("/versions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_without_releases_has_none()
    {
        await using var jira = new SmallJira();
        Assert.Empty((await jira.Describe()).Releases);
    }

    [Fact]
    public async Task A_team_that_is_known_by_its_board_has_the_releases_of_the_boards_project()
    {
        await using var jira = OfBoard().On("GET /rest/api/3/project/100/versions", Versions);
        Assert.Equal(Read, (await jira.Describe(o => o with { Project = "", Board = "7" })).Releases);
    }

    [Fact]
    public async Task Releases_that_may_not_be_read_are_noted_and_stop_nothing()
    {
        await using var jira = OfBoard().On("GET /rest/api/3/project/100/versions", new ScriptedAnswer(403, """{"errorMessages":["No."]}"""));
        var profile = await jira.Describe(o => o with { Project = "", Board = "7" });
        Assert.Empty(profile.Releases);
        Assert.Contains("The releases of the project of board 'Checkout' (7) could not be read (403: \"No\"), so there are no release dates.", profile.Notes);
    }

    private static SmallJira OfBoard() => new SmallJira()
        .On("GET /rest/agile/1.0/board/7", """{"id":7,"name":"Checkout","type":"scrum","location":{"projectId":100,"projectKey":"CHK"}}""")
        .On("GET /rest/api/3/filter/1007", """{"id":"1007","jql":"labels = web"}""");
}
