using System.Text.Json;

namespace BacklogHealth.SampleTracker.Tests.Routes.Jira;

public class ChangelogRoutesTests
{
    [Fact]
    public async Task One_history_is_paged_from_the_oldest_entry_on()
    {
        await using var sample = await Sample.Start();
        var page = await sample.Get("rest/api/3/issue/CHK-1/changelog?maxResults=2");
        Assert.Equal((5, 0, 2, false), (Int(page, "total"), Int(page, "startAt"), Int(page, "maxResults"), page.GetProperty("isLast").GetBoolean()));
        var seen = Entries(page.GetProperty("values")).ToList();
        while (page.TryGetProperty("nextPage", out var next))
        {
            page = await sample.Get(next.GetString()![sample.Server.BaseUrl.ToString().Length..]);
            seen.AddRange(Entries(page.GetProperty("values")));
        }

        Assert.Equal(["901", "902", "903", "904", "905"], seen);
    }

    [Fact]
    public async Task Changes_made_together_are_one_entry_with_field_ids()
    {
        await using var sample = await Sample.Start();
        var first = (await sample.Get("rest/api/3/issue/CHK-1/changelog")).GetProperty("values")[0];
        Assert.Equal(
            """[{"field":"status","fieldtype":"jira","fieldId":"status","from":"1","fromString":"To Do","to":"2","toString":"In Progress"},{"field":"Sprint","fieldtype":"custom","fieldId":"customfield_10020","from":"","fromString":"","to":"11","toString":"Sprint 1"}]""",
            first.GetProperty("items").GetRawText());
        Assert.Equal("2026-01-06T10:12:33.000+0100", first.GetProperty("created").GetString());
    }

    [Fact]
    public async Task A_change_of_parent_has_no_field_id()
    {
        await using var sample = await Sample.Start();
        var item = (await sample.Get("rest/api/3/issue/CHK-1/changelog")).GetProperty("values")[3].GetProperty("items")[0];
        Assert.Equal("IssueParentAssociation", item.GetProperty("field").GetString());
        Assert.False(item.TryGetProperty("fieldId", out _));
    }

    [Fact]
    public async Task Many_histories_are_paged_by_token_oldest_first_and_paging_reaches_all()
    {
        await using var sample = await Sample.Start();
        var seen = new List<(string?, string)>();
        var token = string.Empty;
        do
        {
            var page = await sample.Post("rest/api/3/changelog/bulkfetch", $$"""{"issueIdsOrKeys":["CHK-3","10001","10004"],"maxResults":3{{token}}}""");
            foreach (var log in page.GetProperty("issueChangeLogs").EnumerateArray())
            {
                seen.AddRange(Entries(log.GetProperty("changeHistories")).Select(e => (log.GetProperty("issueId").GetString(), e)));
            }

            token = page.TryGetProperty("nextPageToken", out var next) ? $$""","nextPageToken":"{{next.GetString()}}" """ : string.Empty;
        }
        while (token.Length > 0);

        Assert.Equal([("10001", "901"), ("10001", "902"), ("10001", "903"), ("10001", "904"), ("10001", "905"), ("10003", "906"), ("10003", "907")], seen);
    }

    [Fact]
    public async Task Many_histories_can_be_asked_for_some_fields_only()
    {
        await using var sample = await Sample.Start();
        var logs = (await sample.Post("rest/api/3/changelog/bulkfetch", """{"issueIdsOrKeys":["10001"],"fieldIds":["status"]}""")).GetProperty("issueChangeLogs");
        Assert.Equal(["901", "905"], Entries(logs[0].GetProperty("changeHistories")));
        Assert.Equal(1, logs[0].GetProperty("changeHistories")[0].GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData(0, 0, "The issueIdsOrKeys field must contain at least one issue ID or key.")]
    [InlineData(1001, 0, "The number of issue IDs or keys exceeds the limit of 1000.")]
    [InlineData(1, 11, "The number of field IDs exceeds the limit of 10.")]
    public async Task Limits_of_the_bulk_changelog_are_kept(int issues, int fields, string message)
    {
        await using var sample = await Sample.Start();
        var body = $$"""{"issueIdsOrKeys":[{{Numbers(issues)}}],"fieldIds":[{{Numbers(fields)}}]}""";
        Assert.Equal(message, Sample.Message(await sample.Post("rest/api/3/changelog/bulkfetch", body, 400)));
    }

    [Fact]
    public async Task Within_an_issue_the_newest_entry_comes_first()
    {
        await using var sample = await Sample.Start();
        var changelog = (await sample.Get("rest/api/3/issue/CHK-1?fields=summary&expand=changelog")).GetProperty("changelog");
        Assert.Equal(["905", "904", "903", "902", "901"], Entries(changelog.GetProperty("histories")));
        Assert.Equal(5, Int(changelog, "total"));
    }

    private static string Numbers(int count) => string.Join(',', Enumerable.Range(1, count).Select(n => FormattableString.Invariant($"\"{n}\"")));

    private static IEnumerable<string> Entries(JsonElement histories) => histories.EnumerateArray().Select(h => h.GetProperty("id").GetString()!);

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
