using BacklogHealth.Connectors.AzureDevOps;
using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureQueryTests
{
    private const string Start = "SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project";
    private const string End = " ORDER BY [System.Id]";

    public static TheoryData<string, string> Queries => new()
    {
        { "[System.State] <> 'Removed'", " AND ([System.State] <> 'Removed')" },
        { "SELECT [System.Id], [System.Title] FROM WorkItems WHERE [System.Tags] CONTAINS 'red' ORDER BY [System.CreatedDate] DESC", " AND ([System.Tags] CONTAINS 'red')" },
        { "select [System.Id] from workitems where [a] = 'ORDER BY' and ([b] = 1 or [c] = 2) asof '2026-01-01'", " AND ([a] = 'ORDER BY' and ([b] = 1 or [c] = 2))" },
        { "SELECT [System.Id] FROM WorkItems", "" },
        { "[System.Title] CONTAINS 'it''s (open' order  by [System.Id]", " AND ([System.Title] CONTAINS 'it''s (open')" },
        { "[System.WorkItemType] IN ('Bug', 'Task') AND [Custom.Where from] = \"x\"", " AND ([System.WorkItemType] IN ('Bug', 'Task') AND [Custom.Where from] = \"x\")" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_of_the_team_becomes_a_condition_within_the_project(string query, string condition)
    {
        await using var azure = new SmallAzure();
        await azure.List(null, o => o with { Query = query });
        Assert.Equal([Start + condition + End], azure.Queries);
    }

    [Theory]
    [InlineData("[a] = 1) OR ([b] = 2")]
    [InlineData("[a] = 'open")]
    [InlineData("([a] = 1")]
    [InlineData("[a = 1")]
    public async Task A_query_whose_brackets_do_not_close_could_reach_beyond_the_project(string query)
    {
        await using var azure = new SmallAzure();
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List(null, o => o with { Query = query }));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{azure.Where}: the team's query {query} has a bracket or a quote that does not close. Expected WIQL, as a whole query or as the condition behind WHERE. Mend the team's Query.", error.Message);
    }

    [Theory]
    [InlineData("SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[System.Id] = 1")]
    [InlineData("SELECT [System.Id]")]
    public async Task A_query_for_anything_but_items_is_an_error_of_settings(string query)
    {
        await using var azure = new SmallAzure();
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List(null, o => o with { Query = query }));
        Assert.Equal($"{azure.Where}: the team's query {query} does not ask for items. Expected SELECT … FROM WorkItems, since a query for links gives no list. Mend the team's Query.", error.Message);
    }

    [Fact]
    public async Task A_query_that_the_service_refuses_is_an_error_of_settings_that_shows_it()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, new ScriptedAnswer(400, """{"message":"TF51005: The query references a field that does not exist."}"""));
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List(null, o => o with { Query = "[Nope] = 1" }));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{azure.Where}: Azure DevOps refused the query {Start} AND ([Nope] = 1){End} (400: \"TF51005: The query references a field that does not exist\"). Expected a query that it can run. Mend the team's Query, AreaPath or Project.", error.Message);
    }

    [Theory]
    [InlineData(@"Shop\Red", @" AND ([System.AreaPath] UNDER 'Shop\Red')")]
    [InlineData(@"\Shop\O'Brien\", @" AND ([System.AreaPath] UNDER 'Shop\O''Brien')")]
    public async Task An_area_path_is_listed_with_all_below_it(string area, string condition)
    {
        await using var azure = new SmallAzure();
        await azure.List(null, o => o with { AreaPath = area });
        Assert.Equal([Start + condition + End], azure.Queries);
    }

    [Fact]
    public async Task Without_a_team_and_an_area_all_of_the_project_is_listed()
    {
        await using var azure = new SmallAzure();
        await azure.List();
        Assert.Equal([Start + End], azure.Queries);
    }

    [Fact]
    public async Task A_team_is_listed_by_the_area_paths_that_its_settings_name()
    {
        await using var azure = RedTeam("""{"field":{"referenceName":"System.AreaPath"},"values":[{"value":"Shop\\Red","includeChildren":true},{"value":"Shop\\Ops","includeChildren":false}]}""");
        await azure.List(null, o => o with { Team = "red" });
        var query = Assert.Single(azure.Asked("POST /acme/Shop/Red/_apis/wit/wiql")).Body;
        Assert.Equal("""{"query":"SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND ([System.AreaPath] UNDER \u0027Shop\\Red\u0027 OR [System.AreaPath] = \u0027Shop\\Ops\u0027) ORDER BY [System.Id]"}""", query);
    }

    [Fact]
    public async Task A_team_that_is_known_by_another_field_is_listed_by_that()
    {
        await using var azure = RedTeam("""{"field":{"referenceName":"Custom.Team"},"values":[{"value":"Red"}]}""");
        await azure.List(null, o => o with { Team = "red" });
        Assert.Contains("[Custom.Team] = \\u0027Red\\u0027", Assert.Single(azure.Asked("POST /acme/Shop/Red/_apis/wit/wiql")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, TrackerFault.Settings, """{"values":[]}""", "team 'Red' has no area path. Expected one at least, since they say which items are the team's. Choose the team's areas in the project's settings, or set the team's AreaPath or Query.")]
    [InlineData(404, TrackerFault.Settings, "{}", "the area paths of team 'Red' could not be read (404). Expected them, since they say which items are the team's. Give the account access to the team's settings, or set the team's AreaPath or Query.")]
    [InlineData(403, TrackerFault.Refused, "{}", "the area paths of team 'Red' could not be read (403). Expected them, since they say which items are the team's. Give the account access to the team's settings, or set the team's AreaPath or Query.")]
    public async Task A_team_without_area_paths_is_not_taken_for_the_whole_project(int status, TrackerFault fault, string answer, string message)
    {
        await using var azure = RedTeam(new ScriptedAnswer(status, answer));
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List(null, o => o with { Team = "red" }));
        Assert.Equal(fault, error.Fault);
        Assert.Equal($"{azure.Where}: {message}", error.Message);
    }

    [Fact]
    public void No_query_names_a_date() => Assert.DoesNotContain("Date", AzureQuery.Of(AzureQuery.InProject(""), 1, 2) + AzureQuery.Highest(AzureQuery.InProject("")), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "", "[System.AreaPath] = 'Shop\\Red'")]
    [InlineData("Shop\\Blue", "", "")]
    [InlineData("", "[System.Tags] CONTAINS 'web'", "")]
    public async Task What_the_teams_own_settings_say_of_its_items_is_told_and_what_ours_say_is_not(string area, string query, string found)
    {
        await using var azure = RedTeam("""{"field":{"referenceName":"System.AreaPath"},"values":[{"value":"Shop\\Red","includeChildren":false}]}""");
        Assert.Equal(found, (await azure.Describe(o => o with { Team = "red", AreaPath = area, Query = query })).ScopeFound);
    }

    private static SmallAzure RedTeam(ScriptedAnswer values) => new SmallAzure()
        .On("GET /acme/_apis/projects/p-1/teams/red", """{"id":"t-2","name":"Red"}""")
        .On("GET /acme/Shop/Red/_apis/work/teamsettings/teamfieldvalues", values)
        .On("POST /acme/Shop/Red/_apis/wit/wiql", SmallAzure.Ids());
}
