using System.Text.Json;

namespace BacklogHealth.SampleTracker.Tests.Routes.Jira;

public class SiteRoutesTests
{
    [Fact]
    public async Task Myself_gives_the_accounts_zone()
    {
        await using var sample = await Sample.Start(zone: "America/New_York");
        var myself = await sample.Get("rest/api/3/myself");
        Assert.Equal("America/New_York", myself.GetProperty("timeZone").GetString());
        Assert.Equal("po@acme.example", myself.GetProperty("emailAddress").GetString());
    }

    [Fact]
    public async Task Server_info_says_cloud_and_the_time_of_the_given_clock()
    {
        await using var sample = await Sample.Start();
        var info = await sample.Get("rest/api/3/serverInfo");
        Assert.Equal("Cloud", info.GetProperty("deploymentType").GetString());
        Assert.Equal("2026-03-02T10:00:00.000+0100", info.GetProperty("serverTime").GetString());
        Assert.Equal(sample.Server.BaseUrl.ToString().TrimEnd('/'), info.GetProperty("baseUrl").GetString());
    }

    [Theory]
    [InlineData("customfield_10016", "Story point estimate", "com.pyxis.greenhopper.jira:jsw-story-points", "number")]
    [InlineData("customfield_10019", "Rank", "com.pyxis.greenhopper.jira:gh-lexo-rank", "any")]
    [InlineData("customfield_10020", "Sprint", "com.pyxis.greenhopper.jira:gh-sprint", "array")]
    public async Task Fields_of_boards_are_told_by_their_kind(string id, string name, string custom, string type)
    {
        await using var sample = await Sample.Start();
        var field = (await sample.Get("rest/api/3/field")).EnumerateArray().Single(f => f.GetProperty("id").GetString() == id);
        Assert.Equal(name, field.GetProperty("name").GetString());
        Assert.Equal((custom, type), (field.GetProperty("schema").GetProperty("custom").GetString(), field.GetProperty("schema").GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Statuses_have_their_category()
    {
        await using var sample = await Sample.Start();
        var statuses = (await sample.Get("rest/api/3/status")).EnumerateArray().Select(s => (s.GetProperty("id").GetString(), Category(s)));
        Assert.Equal([("1", "new"), ("2", "indeterminate"), ("3", "done"), ("21", "new"), ("22", "indeterminate"), ("23", "done"), ("31", "new"), ("32", "done")], statuses);
    }

    [Fact]
    public async Task States_of_a_project_are_given_for_each_type_in_the_order_of_the_board()
    {
        await using var sample = await Sample.Start();
        var types = (await sample.Get("rest/api/3/project/FLD/statuses")).EnumerateArray().ToList();
        Assert.Equal(["Epic", "Story", "Task", "Bug", "Spike", "Sub-task"], types.Select(t => t.GetProperty("name").GetString()));
        Assert.Equal([false, false, false, false, false, true], types.Select(t => t.GetProperty("subtask").GetBoolean()));
        Assert.All(types, t => Assert.Equal(["Ideas", "Doing", "Shipped"], t.GetProperty("statuses").EnumerateArray().Select(s => s.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task A_project_is_found_by_key_or_id()
    {
        await using var sample = await Sample.Start();
        Assert.Equal("Checkout", (await sample.Get("rest/api/3/project/chk")).GetProperty("name").GetString());
        Assert.Equal("FLD", (await sample.Get("rest/api/3/project/10200")).GetProperty("key").GetString());
        Assert.Equal("No project could be found with key 'NOPE'.", Sample.Message(await sample.Get("rest/api/3/project/NOPE", 404)));
    }

    private static string? Category(JsonElement status) => status.GetProperty("statusCategory").GetProperty("key").GetString();
}
