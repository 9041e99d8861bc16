using System.Globalization;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureIterationsTests
{
    [Fact]
    public async Task The_teams_iterations_are_sprints_by_the_numbers_of_their_nodes()
    {
        await using var azure = new SmallAzure();
        var profile = await azure.Describe();
        Assert.Equal(
            [
                new Sprint("11", "Sprint 1", null, SprintPhase.Closed, Day("2026-01-05"), Day("2026-01-17"), Day("2026-01-17")),
                new Sprint("12", "Sprint 2", null, SprintPhase.Active, Day("2026-01-19"), Day("2026-01-31"), null),
                new Sprint("13", "Sprint 3", null, SprintPhase.Future, null, null, null),
            ],
            profile.Sprints);
        Assert.Equal(["Azure DevOps keeps no goals of sprints, so whether the sprints have goals is not known."], profile.Notes);
        Assert.Null(profile.TimeZoneId);
    }

    [Fact]
    public async Task Without_numbers_sprints_are_known_by_their_paths()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Nodes, new ScriptedAnswer(403, "{}"));
        azure.With("""{"id":7,"rev":1,"fields":{"System.WorkItemType":"User Story","System.State":"New","System.CreatedDate":"2026-01-05T09:00:00Z","System.TeamProject":"Shop","System.IterationId":12,"System.IterationPath":"Shop\\Sprint 2"}}""");
        var profile = await azure.Describe();
        Assert.Equal(["g-1", "g-2", "g-3"], profile.Sprints.Select(s => s.Id));
        Assert.Contains("The numbers of iterations could not be read (403), so sprints are known by their paths, and a renamed sprint is lost in histories.", profile.Notes);
        Assert.Equal(["g-2"], (await azure.Item()).SprintIds);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Iterations_that_may_not_be_read_are_noted(int status)
    {
        await using var azure = new SmallAzure().On(SmallAzure.Iterations, new ScriptedAnswer(status, "{}"));
        var profile = await azure.Describe();
        Assert.Empty(profile.Sprints);
        Assert.Equal([$"The iterations of team Shop Team could not be read ({status}), so there are no sprints."], profile.Notes);
    }

    [Fact]
    public async Task A_project_whose_team_cannot_be_seen_is_read_without_sprints_and_boards()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Project, """{"id":"p-1","name":"Shop"}""");
        var profile = await azure.Describe();
        Assert.Empty(profile.Sprints);
        Assert.Equal(["Project Shop has no team that the account can see, so there are no sprints, and the order of states is that of the process."], profile.Notes);
        Assert.Equal(["New", "Active", "Resolved", "Closed", "Removed"], profile.Workflow.States.Select(s => s.Id));
    }

    [Fact]
    public async Task Boards_that_may_not_be_read_leave_the_order_to_the_process()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Boards, new ScriptedAnswer(404, "{}"));
        Assert.Contains("The boards of team Shop Team could not be read (404), so the order of states is that of the process.", (await azure.Describe()).Notes);
    }

    [Fact]
    public async Task The_board_of_the_requirements_gives_the_order_before_all_others()
    {
        await using var azure = new SmallAzure()
            .On($"{SmallAzure.Boards}/b-0/columns", """{"value":[{"stateMappings":{"Epic":"Closed"}},{"stateMappings":{"Epic":"Removed"}}]}""")
            .On($"{SmallAzure.Boards}/b-1/columns", """{"value":[{"stateMappings":{"User Story":"New","Bug":"New"}},{"stateMappings":{"User Story":"Resolved"}},{"stateMappings":{"User Story":"Active"}}]}""");
        Assert.Equal(["New", "Resolved", "Active", "Closed", "Removed"], (await azure.Describe()).Workflow.States.Select(s => s.Id));
    }

    [Fact]
    public async Task A_board_without_columns_is_left_out_with_a_note()
    {
        await using var azure = new SmallAzure().On($"{SmallAzure.Boards}/b-0/columns", new ScriptedAnswer(404, "{}"));
        Assert.Contains("The columns of board 'Epics' could not be read (404); it is left out of the order of states.", (await azure.Describe()).Notes);
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse($"{day}T00:00:00Z", CultureInfo.InvariantCulture);
}
