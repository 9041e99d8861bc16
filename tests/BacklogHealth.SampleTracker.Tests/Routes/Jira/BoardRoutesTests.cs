using System.Text.Json;

namespace BacklogHealth.SampleTracker.Tests.Routes.Jira;

public class BoardRoutesTests
{
    [Theory]
    [InlineData("", "1,2,3")]
    [InlineData("?projectKeyOrId=FLD", "2")]
    [InlineData("?projectKeyOrId=10100", "1")]
    [InlineData("?type=simple", "3")]
    [InlineData("?name=sim", "3")]
    public async Task Boards_are_listed_and_narrowed(string query, string ids)
    {
        await using var sample = await Sample.Start();
        var boards = await sample.Get("rest/agile/1.0/board" + query);
        Assert.Equal(ids, string.Join(',', boards.GetProperty("values").EnumerateArray().Select(b => b.GetProperty("id").GetInt32())));
    }

    [Fact]
    public async Task A_board_knows_its_project()
    {
        await using var sample = await Sample.Start();
        var board = await sample.Get("rest/agile/1.0/board/2");
        Assert.Equal(("kanban", "FLD"), (board.GetProperty("type").GetString(), board.GetProperty("location").GetProperty("projectKey").GetString()));
    }

    [Fact]
    public async Task An_unknown_board_is_not_found()
    {
        await using var sample = await Sample.Start();
        Assert.Equal(
            "The requested board cannot be viewed because it either does not exist or you do not have permission to view it. Board id: 99",
            Sample.Message(await sample.Get("rest/agile/1.0/board/99/configuration", 404)));
    }

    [Fact]
    public async Task A_configuration_gives_columns_rank_and_estimation()
    {
        await using var sample = await Sample.Start();
        var configuration = await sample.Get("rest/agile/1.0/board/1/configuration");
        Assert.Equal(["1", "2", "3"], configuration.GetProperty("columnConfig").GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("statuses")[0].GetProperty("id").GetString()));
        Assert.Equal(10019, configuration.GetProperty("ranking").GetProperty("rankCustomFieldId").GetInt32());
        Assert.Equal("customfield_10016", configuration.GetProperty("estimation").GetProperty("field").GetProperty("fieldId").GetString());
    }

    [Fact]
    public async Task A_Kanban_board_has_no_estimation_and_refuses_to_list_sprints()
    {
        await using var sample = await Sample.Start();
        Assert.False((await sample.Get("rest/agile/1.0/board/2/configuration")).TryGetProperty("estimation", out _));
        Assert.Equal("The board does not support sprints", Sample.Message(await sample.Get("rest/agile/1.0/board/2/sprint", 400)));
    }

    [Theory]
    [InlineData("", "11,12,13")]
    [InlineData("?state=active,future", "12,13")]
    [InlineData("?startAt=1&maxResults=1", "12")]
    public async Task Sprints_are_listed_from_closed_to_future(string query, string ids)
    {
        await using var sample = await Sample.Start();
        var sprints = await sample.Get("rest/agile/1.0/board/1/sprint" + query);
        Assert.Equal(ids, string.Join(',', sprints.GetProperty("values").EnumerateArray().Select(s => s.GetProperty("id").GetInt32())));
    }

    [Fact]
    public async Task A_team_managed_board_has_sprints()
    {
        await using var sample = await Sample.Start();
        Assert.Equal(1, (await sample.Get("rest/agile/1.0/board/3/sprint")).GetProperty("total").GetInt32());
        Assert.Equal(3, (await sample.Get("rest/agile/1.0/sprint/31")).GetProperty("originBoardId").GetInt32());
    }

    [Theory]
    [InlineData("rest/agile/1.0/sprint/12/issue", "CHK-1,CHK-3")]
    [InlineData("rest/agile/1.0/sprint/12/issue?jql=issuetype=Bug", "CHK-3")]
    [InlineData("rest/agile/1.0/board/2/backlog", "FLD-1")]
    [InlineData("rest/agile/1.0/board/3/backlog", "")]
    public async Task Issues_of_a_sprint_or_backlog_are_listed_by_rank(string path, string keys)
    {
        await using var sample = await Sample.Start();
        Assert.Equal(keys, string.Join(',', Keys(await sample.Get(path))));
    }

    [Fact]
    public async Task Paging_reaches_the_whole_backlog_without_epics_and_finished_items()
    {
        await using var sample = await Sample.Start();
        var seen = new List<string?>();
        JsonElement page;
        do
        {
            page = await sample.Get(FormattableString.Invariant($"rest/agile/1.0/board/1/backlog?startAt={seen.Count}"));
            seen.AddRange(Keys(page));
        }
        while (seen.Count < page.GetProperty("total").GetInt32());

        Assert.Equal(SmallBacklog.CheckoutItems - 3, seen.Distinct().Count());
        Assert.Equal("CHK-230", seen[0]);
    }

    private static IEnumerable<string?> Keys(JsonElement page) => page.GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("key").GetString());
}
