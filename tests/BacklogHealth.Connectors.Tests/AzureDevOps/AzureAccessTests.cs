using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureAccessTests
{
    private const string ProjectWiql = "POST /acme/Shop/_apis/wit/wiql";
    private const string WorkItems = "Work Items: Read (vso.work)";
    private const string Projects = "Project and Team: Read (vso.project)";

    [Fact]
    public async Task Every_permission_that_reading_needs_is_tried()
    {
        await using var azure = new SmallAzure().On(ProjectWiql, SmallAzure.Ids(7));
        Assert.Equal(
            [
                new(Projects, true, "to find the project and its team", true),
                new(WorkItems, true, "to list and read the team's items", true),
                new("View work items in this node", true, "to see the items below the team's area paths", true),
                new(WorkItems, true, "to learn what has changed from the organisation's records of revisions and links", true),
                new AccessCheck(WorkItems, true, "to read the team's iterations and the columns of its boards", false),
            ],
            await Check(azure));
        Assert.Equal(["?$top=1&api-version=7.1"], azure.Asked(ProjectWiql).Select(r => r.Query));
    }

    [Fact]
    public async Task A_project_of_which_not_one_item_can_be_seen_is_a_permission_that_is_missing()
    {
        await using var azure = new SmallAzure().On(ProjectWiql, SmallAzure.Ids());
        var check = (await Check(azure))[2];
        Assert.Equal((false, true), (check.Granted, check.Needed));
        Assert.Equal("Not one item of project Shop can be seen. Where it has items, let an administrator give the account \"View work items in this node\" in the project's area settings.", check.Remedy);
    }

    [Fact]
    public async Task A_token_without_the_scope_for_work_items_is_told_which_one_is_missing()
    {
        await using var azure = new SmallAzure().On(ProjectWiql, new ScriptedAnswer(403, """{"message":"TF400813: The user is not authorized to access this resource."}"""));
        var check = (await Check(azure))[1];
        Assert.Equal((WorkItems, false), (check.Permission, check.Granted));
        Assert.EndsWith("Give the personal access token the scope Work Items: Read (vso.work), and its account access to the project.", check.Remedy, StringComparison.Ordinal);
        Assert.Contains("TF400813", check.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_may_not_see_the_project_is_told_so_and_nothing_else_is_tried()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Project, new ScriptedAnswer(401, ""));
        var check = Assert.Single(await Check(azure));
        Assert.Equal((Projects, false, true), (check.Permission, check.Granted, check.Needed));
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_no_lack_of_permission()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Project, new ScriptedAnswer(404, "{}"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => Check(azure));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.StartsWith($"{azure.Where}: there is no project 'Shop' that the account can see (404).", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, TrackerFault.Refused)]
    [InlineData(404, TrackerFault.Settings)]
    public async Task Types_that_may_not_be_read_are_refused_and_types_that_are_not_there_are_an_error_of_settings(int status, TrackerFault fault)
    {
        await using var azure = new SmallAzure().On("GET /acme/Shop/_apis/wit/workitemtypes", new ScriptedAnswer(status, "{}"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe());
        Assert.Equal(fault, error.Fault);
        Assert.Equal(FormattableString.Invariant($"{azure.Where}: the types of project 'Shop' could not be read ({status}). Expected an account that may read work items. Give the personal access token the scope Work Items: Read, and its account access to the project."), error.Message);
    }

    [Fact]
    public async Task Records_of_changes_that_are_refused_are_a_permission_that_is_missing()
    {
        await using var azure = new SmallAzure().On(ProjectWiql, SmallAzure.Ids(7)).On(SmallAzure.Revisions, new ScriptedAnswer(403, "{}"));
        Assert.Equal([true, true, true, false, true], (await Check(azure)).Select(c => c.Granted));
    }

    [Fact]
    public async Task Where_the_service_does_not_say_its_time_records_cannot_be_read_and_are_not_tried()
    {
        await using var azure = new SmallAzure().On(ProjectWiql, """{"workItems":[{"id":7}]}""");
        Assert.All(await Check(azure), c => Assert.True(c.Granted));
        Assert.Empty(azure.Asked(SmallAzure.Revisions));
    }

    [Fact]
    public async Task Iterations_and_boards_are_only_a_part()
    {
        await using var azure = new SmallAzure().On(ProjectWiql, SmallAzure.Ids(7)).On(SmallAzure.Boards, new ScriptedAnswer(404, "{}"));
        var check = (await Check(azure))[^1];
        Assert.Equal((false, false), (check.Granted, check.Needed));
    }

    [Fact]
    public async Task Refused_credentials_are_an_error_and_no_list_of_permissions()
    {
        await using var azure = new SmallAzure().On("GET /acme/_apis/connectionData", new ScriptedAnswer(401, ""));
        var error = await Assert.ThrowsAsync<TrackerException>(() => Check(azure));
        Assert.Equal(TrackerFault.Refused, error.Fault);
    }

    private static async Task<List<AccessCheck>> Check(SmallAzure azure) => [.. await (await azure.Open()).CheckAccess(default)];
}
