using System.Text.Json;

namespace BacklogHealth.SampleTracker.Tests.Routes.Jira;

public class IssueRoutesTests
{
    [Fact]
    public async Task An_issue_carries_its_fields_in_the_trackers_shapes()
    {
        await using var sample = await Sample.Start();
        var fields = (await sample.Get("rest/api/3/issue/CHK-1")).GetProperty("fields");

        Assert.Equal("2026-01-05T10:12:33.000+0100", fields.GetProperty("created").GetString());
        Assert.Equal("2026-01-10T10:12:33.000+0100", fields.GetProperty("statuscategorychangedate").GetString());
        Assert.Equal("CHK-2", fields.GetProperty("parent").GetProperty("key").GetString());
        Assert.Equal("Vouchers", fields.GetProperty("parent").GetProperty("fields").GetProperty("summary").GetString());
        Assert.Equal("done", fields.GetProperty("status").GetProperty("statusCategory").GetProperty("key").GetString());
        Assert.Equal(3, fields.GetProperty("customfield_10016").GetDouble());
        Assert.Equal("0|i00007:", fields.GetProperty("customfield_10019").GetString());
        Assert.Equal("""["voucher","payment"]""", fields.GetProperty("labels").GetRawText());
        Assert.Equal("2026-06-30", fields.GetProperty("duedate").GetString());
        Assert.Equal("2026-06-30", fields.GetProperty("fixVersions")[0].GetProperty("releaseDate").GetString());
        Assert.Equal(JsonValueKind.Null, fields.GetProperty("resolution").ValueKind);
        Assert.Equal("acc-one", fields.GetProperty("reporter").GetProperty("accountId").GetString());
        Assert.Equal("[]", fields.GetProperty("attachment").GetRawText());
    }

    [Fact]
    public async Task Sprints_of_an_issue_are_objects_in_the_order_of_the_board()
    {
        await using var sample = await Sample.Start();
        var sprints = (await sample.Get("rest/api/3/issue/CHK-1?fields=customfield_10020")).GetProperty("fields").GetProperty("customfield_10020");
        Assert.Equal(
            """{"id":11,"name":"Sprint 1","state":"closed","boardId":1,"goal":"Pay with a voucher","startDate":"2026-01-05T09:12:33.000Z","endDate":"2026-01-19T09:12:33.000Z","completeDate":"2026-01-19T09:12:33.000Z"}""",
            sprints[0].GetRawText());
        Assert.Equal(["closed", "active"], sprints.EnumerateArray().Select(s => s.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_link_held_by_both_issues_is_one_link_seen_from_both_sides()
    {
        await using var sample = await Sample.Start();
        var blocked = (await sample.Get("rest/api/3/issue/CHK-1?fields=issuelinks")).GetProperty("fields").GetProperty("issuelinks");
        var blocker = (await sample.Get("rest/api/3/issue/CHK-3?fields=issuelinks")).GetProperty("fields").GetProperty("issuelinks");
        Assert.Equal("CHK-3", Assert.Single(blocked.EnumerateArray()).GetProperty("inwardIssue").GetProperty("key").GetString());
        Assert.Equal("CHK-1", Assert.Single(blocker.EnumerateArray()).GetProperty("outwardIssue").GetProperty("key").GetString());
        Assert.Equal("is blocked by", blocked[0].GetProperty("type").GetProperty("inward").GetString());
        Assert.Equal(blocked[0].GetProperty("id").GetString(), blocker[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_bulk_fetch_gives_issues_by_id_and_says_which_it_could_not_find()
    {
        await using var sample = await Sample.Start();
        var answer = await sample.Post("rest/api/3/issue/bulkfetch", """{"issueIdsOrKeys":["10003","gone-1","CHK-1","10001"],"fields":["summary"]}""");
        Assert.Equal(["CHK-1", "CHK-3"], answer.GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("key").GetString()));
        Assert.Equal("gone-1", Assert.Single(answer.GetProperty("issueErrors").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_bulk_fetch_without_fields_leaves_out_comments_and_attachments()
    {
        await using var sample = await Sample.Start();
        var issue = (await sample.Post("rest/api/3/issue/bulkfetch", """{"issueIdsOrKeys":["10001"]}""")).GetProperty("issues")[0].GetProperty("fields");
        Assert.True(issue.TryGetProperty("description", out _));
        Assert.False(issue.TryGetProperty("comment", out _));
        Assert.False(issue.TryGetProperty("attachment", out _));
    }

    [Theory]
    [InlineData(0, "The issueIdsOrKeys field must contain at least one issue ID or key.")]
    [InlineData(101, "The number of issue IDs or keys exceeds the limit of 100.")]
    public async Task A_bulk_fetch_of_none_or_too_many_is_refused(int count, string message)
    {
        await using var sample = await Sample.Start();
        var ids = string.Join(',', Enumerable.Range(10_001, count));
        Assert.Equal(message, Sample.Message(await sample.Post("rest/api/3/issue/bulkfetch", $$"""{"issueIdsOrKeys":[{{ids}}]}""", 400)));
    }

    [Fact]
    public async Task A_moved_issue_is_found_under_its_former_key()
    {
        await using var sample = await Sample.Start();
        Assert.Equal("CHK-3", (await sample.Get("rest/api/3/issue/OLD-9?fields=summary")).GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("*all,-comment,-attachment", true, false)]
    [InlineData("-summary", false, false)]
    [InlineData("summary,comment", true, true)]
    public async Task Fields_can_be_chosen_and_excluded(string fields, bool summary, bool comment)
    {
        await using var sample = await Sample.Start();
        var values = (await sample.Get("rest/api/3/issue/CHK-1?fields=" + fields)).GetProperty("fields");
        Assert.Equal((summary, comment), (values.TryGetProperty("summary", out _), values.TryGetProperty("comment", out _)));
    }
}
