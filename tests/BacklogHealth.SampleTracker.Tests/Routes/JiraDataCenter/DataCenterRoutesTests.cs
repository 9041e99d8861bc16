using System.Net;
using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Routes.JiraDataCenter;

public class DataCenterRoutesTests
{
    [Fact]
    public async Task It_says_that_it_is_a_server()
    {
        await using var sample = await Sample.StartDataCenter();
        var info = await sample.Get("rest/api/2/serverInfo");
        Assert.Equal(("Server", "9.12.7", "[9,12,7]"), (info.GetProperty("deploymentType").GetString(), info.GetProperty("version").GetString(), info.GetProperty("versionNumbers").GetRawText()));
    }

    [Theory]
    [InlineData("Bearer", "secret", 200)]
    [InlineData("Bearer", "wrong", 401)]
    [InlineData("Basic", "cG9AYWNtZS5leGFtcGxlOnNlY3JldA==", 200)]
    [InlineData("Basic", "cG9AYWNtZS5leGFtcGxlOndyb25n", 401)]
    public async Task A_token_goes_alone_or_with_a_user(string scheme, string value, int status)
    {
        await using var sample = await Sample.StartDataCenter();
        sample.Client.DefaultRequestHeaders.Authorization = new(scheme, value);
        using var response = await sample.Client.GetAsync(new Uri("rest/api/2/myself", UriKind.Relative));
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
    }

    [Fact]
    public async Task Accounts_have_names_and_keys_and_no_account_ids()
    {
        await using var sample = await Sample.StartDataCenter();
        var me = await sample.Get("rest/api/2/myself");
        Assert.StartsWith("JIRAUSER", me.GetProperty("key").GetString(), StringComparison.Ordinal);
        Assert.True(me.TryGetProperty("name", out _));
        Assert.False(me.TryGetProperty("accountId", out _));
    }

    [Theory]
    [InlineData("rest/api/2/search?jql=project=CHK ORDER BY id&fields=summary")]
    [InlineData("jira/rest/api/2/search?jql=project=CHK ORDER BY id&fields=summary", "jira")]
    public async Task A_search_is_read_by_offset_to_its_total(string path, string? pathBase = null)
    {
        await using var sample = await Sample.StartDataCenter(change: o => o with { PathBase = pathBase });
        var seen = new List<string?>();
        JsonElement page;
        do
        {
            page = await sample.Get(FormattableString.Invariant($"/{path}&maxResults=100&startAt={seen.Count}"));
            seen.AddRange(page.GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("key").GetString()));
        }
        while (seen.Count < page.GetProperty("total").GetInt32());

        Assert.Equal(SmallBacklog.CheckoutItems, seen.Distinct().Count());
        Assert.StartsWith(sample.Server.BaseUrl + "rest/api/2/issue/", page.GetProperty("issues")[0].GetProperty("self").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Epic Link\" = CHK-2", "CHK-1")]
    [InlineData("cf[10100] = CHK-2 AND labels = payment", "CHK-1")]
    [InlineData("\"Epic Link\" is EMPTY AND project = FLD ORDER BY key", "FLD-1,FLD-2,FLD-3")]
    public async Task Items_are_found_by_their_epic_and_sub_tasks_are_not(string jql, string keys)
    {
        await using var sample = await Sample.StartDataCenter();
        var page = await sample.Get($"rest/api/2/search?fields=summary&jql={Uri.EscapeDataString(jql)}");
        Assert.Equal(keys, string.Join(',', page.GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("key").GetString())));
    }

    [Fact]
    public async Task A_project_lists_its_releases_with_their_days()
    {
        await using var sample = await Sample.StartDataCenter();
        var alone = await sample.Get("rest/api/2/project/CHK/versions");
        Assert.Equal(alone.GetRawText(), (await sample.Get("rest/api/2/project/CHK")).GetProperty("versions").GetRawText());
        Assert.Equal("Release 2", alone[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_posted_search_may_ask_for_the_count_alone_and_for_all_issues_of_the_site()
    {
        await using var sample = await Sample.StartDataCenter();
        var page = await sample.Post("rest/api/2/search", """{"jql":"","maxResults":0}""");
        Assert.Equal((SmallBacklog.CheckoutItems + 4, 0), (page.GetProperty("total").GetInt32(), page.GetProperty("issues").GetArrayLength()));
    }

    [Theory]
    [InlineData("", 400, null)]
    [InlineData("&validateQuery=true", 400, null)]
    [InlineData("&validateQuery=false", 200, 1)]
    public async Task An_unknown_value_in_a_query_is_refused_unless_it_is_not_to_be_checked(string query, int status, int? total)
    {
        await using var sample = await Sample.StartDataCenter();
        var found = await sample.Get($"rest/api/2/search?jql=id in (20001, 99999)&fields=summary{query}", status);
        Assert.Equal(total, found.TryGetProperty("total", out var said) ? said.GetInt32() : null);
    }

    [Fact]
    public async Task An_issue_that_may_not_be_seen_is_told_apart_from_one_that_is_not_there()
    {
        await using var sample = await Sample.StartDataCenter();
        sample.Server.Replace(SmallBacklog.Make().Hide("20001"));
        Assert.Equal("You do not have the permission to see the specified issue.", Sample.Message(await sample.Get("rest/api/2/issue/20001", 403)));
        Assert.Equal("Issue Does Not Exist", Sample.Message(await sample.Get("rest/api/2/issue/99999", 404)));
    }

    [Fact]
    public async Task A_history_in_a_search_holds_the_newest_entries_and_alone_it_is_whole()
    {
        var backlog = SmallBacklog.Make().AddLongHistory("SIM", SmallBacklog.Start, 150);
        await using var sample = await Sample.StartDataCenter(backlog);
        var searched = (await sample.Get("rest/api/2/search?jql=key=SIM-2&expand=changelog")).GetProperty("issues")[0].GetProperty("changelog");
        Assert.Equal((150, 100), (searched.GetProperty("total").GetInt32(), searched.GetProperty("histories").GetArrayLength()));
        Assert.Equal("3000200051", searched.GetProperty("histories")[0].GetProperty("id").GetString());
        Assert.Equal(150, (await sample.Get("rest/api/2/issue/SIM-2?expand=changelog")).GetProperty("changelog").GetProperty("histories").GetArrayLength());
        Assert.Contains("null for uri", (await sample.Get("rest/api/2/issue/SIM-2/changelog", 404)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_one_has_histories_in_pages()
    {
        await using var sample = await Sample.StartDataCenter(change: o => o with { DataCenter = new JiraDataCenterOptions { HasHistoryPages = true } });
        Assert.Equal(5, (await sample.Get("rest/api/2/issue/CHK-1/changelog")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Texts_are_wiki_markup_and_changes_have_no_field_ids()
    {
        await using var sample = await Sample.StartDataCenter();
        var issue = await sample.Get("rest/api/2/issue/CHK-1?expand=changelog");
        var fields = issue.GetProperty("fields");
        Assert.Contains("h2. Acceptance criteria\n\n* A voucher of 20 EUR", fields.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal("Remark 1", fields.GetProperty("comment").GetProperty("comments")[0].GetProperty("body").GetString());
        Assert.Equal(25, fields.GetProperty("comment").GetProperty("comments").GetArrayLength());
        var parent = issue.GetProperty("changelog").GetProperty("histories")[3].GetProperty("items")[0];
        Assert.Equal("""{"field":"Epic Link","fieldtype":"custom","from":null,"fromString":null,"to":"10002","toString":"CHK-2"}""", parent.GetRawText());
    }

    [Fact]
    public async Task An_epic_is_linked_by_a_field_and_a_sprint_is_a_text()
    {
        await using var sample = await Sample.StartDataCenter();
        var fields = (await sample.Get("rest/api/2/issue/CHK-1")).GetProperty("fields");
        Assert.Equal("CHK-2", fields.GetProperty("customfield_10100").GetString());
        Assert.Equal(JsonValueKind.Null, fields.GetProperty("parent").ValueKind);
        Assert.Contains("[id=11,rapidViewId=1,state=CLOSED,name=Sprint 1,", fields.GetProperty("customfield_10104")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(3, fields.GetProperty("customfield_10106").GetDouble());
        Assert.Equal("FLD-2", (await sample.Get("rest/api/2/issue/FLD-3?fields=parent")).GetProperty("fields").GetProperty("parent").GetProperty("key").GetString());
        var configuration = await sample.Get("rest/agile/1.0/board/1/configuration");
        Assert.Equal("customfield_10106", configuration.GetProperty("estimation").GetProperty("field").GetProperty("fieldId").GetString());
    }

    [Fact]
    public async Task All_permissions_are_told_without_being_named()
    {
        await using var sample = await Sample.StartDataCenter(change: o => o with { DeniedPermissions = ["BROWSE_PROJECTS"] });
        var permissions = (await sample.Get("rest/api/2/mypermissions?projectKey=CHK")).GetProperty("permissions");
        Assert.False(permissions.GetProperty("BROWSE_PROJECTS").GetProperty("havePermission").GetBoolean());
    }

    [Fact]
    public async Task Projects_come_as_a_bare_list()
    {
        await using var sample = await Sample.StartDataCenter();
        Assert.Equal(["CHK", "FLD", "SIM"], (await sample.Get("rest/api/2/project")).EnumerateArray().Select(p => p.GetProperty("key").GetString()));
    }
}
