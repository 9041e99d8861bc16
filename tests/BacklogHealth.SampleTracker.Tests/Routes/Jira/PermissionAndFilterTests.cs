using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Routes.Jira;

public class PermissionAndFilterTests
{
    [Fact]
    public async Task The_account_may_read_and_nothing_else()
    {
        await using var sample = await Sample.Start();
        var permissions = (await sample.Get("rest/api/3/mypermissions?projectKey=CHK&permissions=BROWSE_PROJECTS,EDIT_ISSUES")).GetProperty("permissions");
        Assert.True(permissions.GetProperty("BROWSE_PROJECTS").GetProperty("havePermission").GetBoolean());
        Assert.False(permissions.GetProperty("EDIT_ISSUES").GetProperty("havePermission").GetBoolean());
    }

    [Theory]
    [InlineData("", 400, "The 'permissions' query parameter is required.")]
    [InlineData("?permissions=FLY", 400, "Unrecognized permission: FLY")]
    [InlineData("?permissions=BROWSE_PROJECTS&projectKey=NOPE", 404, "No project could be found with key 'NOPE'.")]
    public async Task Permissions_must_be_named_and_known(string query, int status, string message)
    {
        await using var sample = await Sample.Start();
        Assert.Equal(message, Sample.Message(await sample.Get("rest/api/3/mypermissions" + query, status)));
    }

    [Fact]
    public async Task A_boards_filter_tells_its_query()
    {
        await using var sample = await Sample.Start();
        var id = (await sample.Get("rest/agile/1.0/board/1/configuration")).GetProperty("filter").GetProperty("id").GetString();
        Assert.Equal("project = CHK ORDER BY Rank ASC", (await sample.Get("rest/api/3/filter/" + id)).GetProperty("jql").GetString());
        await sample.Get("rest/api/3/filter/999", 404);
    }

    [Fact]
    public async Task A_project_may_have_more_boards_and_one_without_mapped_columns_tells_no_configuration()
    {
        var backlog = SmallBacklog.Make();
        backlog = backlog with
        {
            Projects = backlog.Projects.SetItem(0, backlog.Projects[0] with
            {
                MoreBoards = [new SampleBoard(41, "Support", "kanban"), new SampleBoard(42, "Broken", "scrum", IsMapped: false, Jql: "project = CHK AND type = Bug")],
            }),
        };
        await using var sample = await Sample.Start(backlog, o => o);
        Assert.Equal(3, (await sample.Get("rest/agile/1.0/board?projectKeyOrId=CHK")).GetProperty("total").GetInt32());
        Assert.Equal("The board does not support sprints", Sample.Message(await sample.Get("rest/agile/1.0/board/41/sprint", 400)));
        Assert.Equal("The board has no column with a mapped status.", Sample.Message(await sample.Get("rest/agile/1.0/board/42/configuration", 422)));
        Assert.Equal("project = CHK AND type = Bug", (await sample.Get("rest/api/3/filter/142")).GetProperty("jql").GetString());
    }

    [Fact]
    public async Task Two_fields_for_estimates_are_both_listed_and_both_filled()
    {
        await using var sample = await Sample.Start(SmallBacklog.Make() with { HasTwoEstimates = true }, o => o);
        var fields = (await sample.Get("rest/api/3/issue/CHK-1")).GetProperty("fields");
        Assert.Equal((3, 3), (fields.GetProperty("customfield_10016").GetDouble(), fields.GetProperty("customfield_10026").GetDouble()));
    }

    [Fact]
    public async Task A_flag_a_file_and_a_page_are_shown()
    {
        var backlog = SmallBacklog.Make().With("10005", i => i with
        {
            IsFlagged = true,
            Attachments = [new SampleAttachment("7", "log.txt", "acc-one", i.Created)],
            RemoteLinks = [new SampleRemoteLink("8", "The contract", "https://elsewhere.example/contract")],
        });
        await using var sample = await Sample.Start(backlog, o => o);
        var fields = (await sample.Get("rest/api/3/issue/CHK-5")).GetProperty("fields");
        Assert.Equal("Impediment", fields.GetProperty("customfield_10021")[0].GetProperty("value").GetString());
        Assert.Equal("log.txt", fields.GetProperty("attachment")[0].GetProperty("filename").GetString());
        Assert.Equal("The contract", (await sample.Get("rest/api/3/issue/CHK-5/remotelink"))[0].GetProperty("object").GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_gateways_address_and_the_sites_id_are_known()
    {
        await using var sample = await Sample.Start(SmallBacklog.Make(), o => o with { PathBase = "ex/jira/some-id", User = "" });
        sample.Client.DefaultRequestHeaders.Authorization = new("Bearer", "secret");
        Assert.EndsWith("/ex/jira/some-id/", sample.Server.BaseUrl.ToString(), StringComparison.Ordinal);
        await sample.Get("rest/api/3/myself");
        Assert.Equal(36, (await sample.Get("_edge/tenant_info")).GetProperty("cloudId").GetString()!.Length);
    }
}
