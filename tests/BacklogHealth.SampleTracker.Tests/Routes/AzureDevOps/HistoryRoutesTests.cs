using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Routes.AzureDevOps;

public class HistoryRoutesTests
{
    [Fact]
    public async Task Each_time_of_change_and_each_comment_makes_a_revision_and_the_last_has_no_end()
    {
        await using var sample = await Sample.StartAzure();
        var updates = (await sample.Get("_apis/wit/workItems/10001/updates")).GetProperty("value").EnumerateArray().ToList();

        // The creation, five times of change, 25 comments; and the link to what blocks it, which makes no revision.
        Assert.Equal(31, updates[^1].GetProperty("rev").GetInt32());
        Assert.Equal(32, updates[^1].GetProperty("id").GetInt32());
        Assert.Equal("9999-01-01T00:00:00Z", updates[^1].GetProperty("revisedDate").GetString());
        var linked = Assert.Single(updates, u => !u.TryGetProperty("fields", out _));
        Assert.Equal("System.LinkTypes.Dependency-Reverse", linked.GetProperty("relations").GetProperty("added")[0].GetProperty("rel").GetString());
    }

    [Fact]
    public async Task An_update_tells_old_and_new_values_and_when_it_was()
    {
        await using var sample = await Sample.StartAzure();
        var update = (await sample.Get("_apis/wit/workItems/10001/updates?$top=1&$skip=2")).GetProperty("value")[0].GetProperty("fields");
        Assert.Equal(("To Do", "In Progress"), Change(update, "System.State"));
        Assert.Equal(("Checkout", "Checkout\\Sprint 1"), Change(update, "System.IterationPath"));
        Assert.Equal("11", update.GetProperty("System.IterationId").GetProperty("newValue").GetRawText());
        Assert.Equal(("2026-01-05T09:12:33Z", "2026-01-06T09:12:33Z"), Change(update, "System.ChangedDate"));
        Assert.Equal("2", update.GetProperty("System.Rev").GetProperty("newValue").GetRawText());
        Assert.False(update.TryGetProperty("System.Title", out _));
    }

    [Fact]
    public async Task The_first_update_holds_what_the_item_began_with_and_the_last_revision_what_it_is()
    {
        await using var sample = await Sample.StartAzure();
        var revisions = (await sample.Get("_apis/wit/workItems/10001/revisions")).GetProperty("value").EnumerateArray().ToList();
        var first = revisions[0].GetProperty("fields");
        Assert.Equal("To Do", first.GetProperty("System.State").GetString());
        Assert.False(first.TryGetProperty("System.Parent", out _));
        Assert.False(first.TryGetProperty("System.Description", out _));
        Assert.False(first.TryGetProperty("Microsoft.VSTS.Scheduling.StoryPoints", out _));
        Assert.Equal(
            (await sample.Get("_apis/wit/workItems/10001?$expand=fields")).GetProperty("fields").GetRawText(),
            revisions[^1].GetProperty("fields").GetRawText());
    }

    [Fact]
    public async Task Taking_a_parent_tells_both_sides()
    {
        await using var sample = await Sample.StartAzure();
        var child = (await sample.Get("_apis/wit/workItems/10001/updates")).GetProperty("value").EnumerateArray()
            .Single(u => u.TryGetProperty("fields", out var f) && f.TryGetProperty("System.Parent", out _));
        Assert.Equal("System.LinkTypes.Hierarchy-Reverse", child.GetProperty("relations").GetProperty("added")[0].GetProperty("rel").GetString());
        var parent = (await sample.Get("_apis/wit/workItems/10002/updates")).GetProperty("value").EnumerateArray().Last();
        Assert.Equal((1, "System.LinkTypes.Hierarchy-Forward"), (parent.GetProperty("rev").GetInt32(), parent.GetProperty("relations").GetProperty("added")[0].GetProperty("rel").GetString()));
    }

    [Fact]
    public async Task A_move_to_another_project_keeps_the_id_and_begins_the_state_anew()
    {
        var at = SmallBacklog.Start.AddDays(60);
        await using var sample = await Sample.StartAzure(SmallBacklog.Make().MoveToProject("10001", "FLD", at));
        var item = (await sample.Get("_apis/wit/workItems/10001")).GetProperty("fields");
        Assert.Equal(("Field Service", "Ideas", "Field Service"), (item.GetProperty("System.TeamProject").GetString(), item.GetProperty("System.State").GetString(), item.GetProperty("System.IterationPath").GetString()));
        var update = (await sample.Get("Field%20Service/_apis/wit/workItems/10001/updates")).GetProperty("value").EnumerateArray().Last().GetProperty("fields");
        Assert.Equal(("Checkout", "Field Service"), Change(update, "System.TeamProject"));
        Assert.Equal(("Done", "Ideas"), Change(update, "System.State"));
        await sample.Get("Checkout/_apis/wit/workItems/10001", 404);
    }

    [Fact]
    public async Task Updates_above_the_limit_cannot_be_read()
    {
        var backlog = SmallBacklog.Make().AddLongHistory("SIM", SmallBacklog.Start, 300);
        await using var sample = await Sample.StartAzure(backlog, o => o with { Azure = new AzureDevOpsOptions { UpdateLimit = 250 } });
        var first = await sample.Get("_apis/wit/workItems/30002/updates");
        var second = await sample.Get("_apis/wit/workItems/30002/updates?$skip=200");
        Assert.Equal((200, 50), (first.GetProperty("count").GetInt32(), second.GetProperty("count").GetInt32()));
        Assert.Equal(301, (await sample.Get("_apis/wit/workItems/30002")).GetProperty("rev").GetInt32());
    }

    [Fact]
    public async Task Comments_are_read_on_by_a_token()
    {
        await using var sample = await Sample.StartAzure();
        const string path = "Checkout/_apis/wit/workItems/10001/comments?order=asc&$top=10&api-version=7.1-preview.4";
        var ids = new List<int>();
        var token = string.Empty;
        JsonElement page;
        do
        {
            page = await sample.Get(path + token);
            ids.AddRange(page.GetProperty("comments").EnumerateArray().Select(c => c.GetProperty("id").GetInt32()));
            token = page.TryGetProperty("continuationToken", out var next) ? "&continuationToken=" + next.GetString() : string.Empty;
        }
        while (token.Length > 0);

        Assert.Equal(Enumerable.Range(501, 25), ids);
        Assert.Equal(25, page.GetProperty("totalCount").GetInt32());
        Assert.Equal(525, (await sample.Get("Checkout/_apis/wit/workItems/10001/comments?api-version=7.1-preview.4")).GetProperty("comments")[0].GetProperty("id").GetInt32());
    }

    private static (string?, string?) Change(JsonElement fields, string name) =>
        (fields.GetProperty(name).GetProperty("oldValue").GetString(), fields.GetProperty(name).GetProperty("newValue").GetString());
}
