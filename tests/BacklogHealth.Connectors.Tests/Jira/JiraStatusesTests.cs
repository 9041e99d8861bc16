using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraStatusesTests
{
    [Fact]
    public async Task A_project_that_is_not_there_is_an_error_of_settings()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/project/CHK", new ScriptedAnswer(404, """{"errorMessages":["No project could be found with key 'CHK'."]}"""));
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe());
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{jira.Where}: there is no project 'CHK' that the account can see (404). Expected the key of a project, as in CHK-12. Set the team's Project, or give po@acme.example the permission to browse it.", error.Message);
    }

    [Fact]
    public async Task A_status_without_a_category_is_noted_once_and_left_unmapped()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/project/CHK/statuses", """[{"statuses":[{"id":"5","name":"Odd"}]},{"statuses":[{"id":"5","name":"Odd"}]}]""");
        var profile = await jira.Describe();
        Assert.Null(profile.Workflow.Find("5", "Odd"));
        Assert.Equal(["Status 'Odd' (5) has no category that is known, so it counts as unmapped until the team's Workflow says what it means."], profile.Notes);
    }

    [Fact]
    public async Task States_that_no_column_shows_stand_around_those_of_the_board()
    {
        await using var jira = new SmallJira().On("GET /rest/agile/1.0/board/7/configuration", """{"columnConfig":{"columns":[{"statuses":[{"id":"20"}]}]}}""");
        Assert.Equal(["10", "20", "30"], (await jira.Describe()).Workflow.States.Select(s => s.Id));
    }

    [Fact]
    public async Task A_query_without_a_project_reads_the_statuses_of_the_site()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/status", """[{"id":"10","name":"To Do","statusCategory":{"key":"new"}}]""");
        var profile = await jira.Describe(o => o with { Project = "", Query = "labels = pay" });
        Assert.Equal([new WorkflowState("10", "To Do", WorkItemState.NotStarted)], profile.Workflow.States);
        Assert.Equal(["No project and no board is set, so there are no sprints and no release dates, and the order of states is a guess."], profile.Notes);
    }

    [Fact]
    public async Task Statuses_that_the_project_has_no_more_stand_behind_its_own_so_that_histories_find_them()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/status", """
            [{"id":"99","name":"In Review (old)","statusCategory":{"key":"indeterminate"}},
             {"id":"20","name":"Renamed meanwhile","statusCategory":{"key":"indeterminate"}},
             {"id":"98","name":"To Do","statusCategory":{"key":"new"},"scope":{"type":"PROJECT","project":{"id":"200"}}},
             {"id":"97","name":"Parked","statusCategory":{"key":"new"},"scope":{"type":"PROJECT","project":{"id":"100"}}},
             {"id":"96","name":"Odd","statusCategory":{"key":"undefined"}}]
            """);
        var profile = await jira.Describe();
        Assert.Equal([("10", false), ("20", false), ("30", false), ("97", true), ("99", true)], profile.Workflow.States.Select(s => (s.Id, s.Elsewhere)));
        Assert.Equal(WorkItemState.Started, profile.Workflow.Find("99", "a name of long ago"));
        Assert.Equal("In Progress", profile.Workflow.States[1].Name);
        Assert.Empty(profile.Notes);
    }
}
