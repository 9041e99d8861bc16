using System.Text.Json;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraFetchTests
{
    private const string Bulk = "POST /rest/api/3/issue/bulkfetch";
    private const string Histories = "POST /rest/api/3/changelog/bulkfetch";

    [Fact]
    public async Task Issues_are_asked_for_with_all_their_fields_and_histories_for_those_that_came()
    {
        await using var jira = new SmallJira().On(Bulk, $$"""{"issues":[{{Issue("1")}}],"issueErrors":[{"id":"2","errorMessage":"Too large."}]}""");
        var fetched = await jira.Fetch("1", "2", "3");
        Assert.Equal("1", Assert.Single(fetched.Items).Id);
        Assert.Equal(
            [new UnavailableItem("2", "Too large.", Absence.Unreadable), new UnavailableItem("3", "it does not exist any more, or the account may not see it")],
            fetched.Unavailable);
        var asked = jira.Bodies(Bulk)[0];
        Assert.Equal("""["2"]""", jira.Bodies(Bulk)[1].GetProperty("issueIdsOrKeys").GetRawText());
        Assert.Equal("""["1","2","3"]""", asked.GetProperty("issueIdsOrKeys").GetRawText());
        Assert.Equal(
            """["summary","description","issuetype","status","project","created","updated","parent","priority","resolution","duedate","fixVersions","labels","issuelinks","attachment","comment","reporter","creator","customfield_10020","customfield_10014","customfield_10019","customfield_10016","customfield_10030","customfield_10021","customfield_10001"]""",
            asked.GetProperty("fields").GetRawText());
        Assert.Equal("""["1"]""", Body(jira, Histories).GetProperty("issueIdsOrKeys").GetRawText());
    }

    [Fact]
    public async Task Nothing_is_asked_for_nothing()
    {
        await using var jira = new SmallJira();
        var fetched = await jira.Fetch();
        Assert.Empty(fetched.Items);
        Assert.Empty(fetched.Unavailable);
        Assert.Empty(jira.Asked(Bulk));
    }

    [Fact]
    public async Task No_histories_are_asked_for_where_no_issue_came()
    {
        await using var jira = new SmallJira();
        Assert.Single((await jira.Fetch("1")).Unavailable);
        Assert.Empty(jira.Asked(Histories));
    }

    [Fact]
    public async Task A_history_is_put_together_from_all_pages()
    {
        await using var jira = new SmallJira()
            .On(Bulk, $$"""{"issues":[{{Issue("1", status: "30")}}]}""")
            .On(
                Histories,
                """{"nextPageToken":"p2","issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"11","created":1767600000000,"items":[{"field":"status","fieldId":"status","from":"10","fromString":"To Do","to":"20","toString":"In Progress"}]}]}]}""",
                """{"issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"12","created":"2026-01-06T08:00:00.000+0000","author":{"accountId":"a-2"},"items":[{"field":"status","fieldId":"status","from":"20","fromString":"In Progress","to":"30","toString":"Done"}]}]}]}""");
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.Equal(
            [
                new FieldChange(new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), FieldNames.State, new("To Do", "10"), new("In Progress", "20")),
                new FieldChange(new(2026, 1, 6, 8, 0, 0, TimeSpan.Zero), FieldNames.State, new("In Progress", "20"), new("Done", "30"), "a-2"),
            ],
            item.Changes);
        Assert.True(item.HistoryComplete);
        Assert.Equal("p2", JsonDocument.Parse(jira.Asked(Histories).Last().Body).RootElement.GetProperty("nextPageToken").GetString());
    }

    [Theory]
    [InlineData("status", "2026-01-06T08:00:00.000+0000", true)]
    [InlineData("status", "2026-03-01T08:00:00.000+0000", false)]
    [InlineData("assignee", "2026-01-06T08:00:00.000+0000", false)]
    public async Task Histories_are_read_one_by_one_where_a_change_of_state_that_was_there_did_not_come_in_bulk(string field, string created, bool cut)
    {
        const string Newest = """{"id":"12","created":"2026-01-07T08:00:00.000+0000","items":[{"field":"status","fieldId":"status","from":"20","to":"30"}]}""";
        await using var jira = new SmallJira()
            .On(Bulk, $$"""{"issues":[{{Issue("1", status: "30", more: ",\"updated\":\"2026-02-01T08:00:00.000+0000\"")}}]}""")
            .On(Histories, $$"""{"issueChangeLogs":[{"issueId":"1","changeHistories":[{{Newest}}]}]}""")
            .On("GET /rest/api/3/issue/1/changelog", $$"""{"total":2,"isLast":true,"values":[{"id":"11","created":"{{created}}","items":[{"field":"{{field}}","fieldId":"{{field}}","from":"10","to":"20"}]},{{Newest}}]}""");
        Assert.Equal(cut ? 2 : 1, Assert.Single((await jira.Fetch("1")).Items).Changes.Length);
        Assert.Equal("?startAt=0&maxResults=1", jira.Asked("GET /rest/api/3/issue/1/changelog").First().Query);
    }

    [Fact]
    public async Task A_history_that_was_cut_short_is_marked()
    {
        await using var jira = new SmallJira()
            .On(Bulk, $$"""{"issues":[{{Issue("1", status: "30")}}]}""")
            .On(Histories, """{"issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"11","created":1767600000000,"items":[{"field":"status","from":"10","to":"20"}]}]}]}""");
        Assert.False(Assert.Single((await jira.Fetch("1")).Items).HistoryComplete);
    }

    [Fact]
    public async Task A_history_with_a_change_at_no_readable_time_is_marked()
    {
        await using var jira = new SmallJira()
            .On(Bulk, $$"""{"issues":[{{Issue("1", status: "30")}}]}""")
            .On(Histories, """{"issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"11","created":"yesterday","items":[{"field":"status","from":"10","to":"30"}]}]}]}""");
        Assert.False(Assert.Single((await jira.Fetch("1")).Items).HistoryComplete);
    }

    [Fact]
    public async Task Histories_that_go_in_circles_are_an_error()
    {
        await using var jira = new SmallJira().On(Bulk, $$"""{"issues":[{{Issue("1")}}]}""").On(Histories, """{"nextPageToken":"p","issueChangeLogs":[]}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Fetch("1"));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{jira.Where}: the histories gave the same page token twice. Expected a new one for every page. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task Comments_that_came_whole_are_not_asked_for_again()
    {
        await using var jira = new SmallJira().On(Bulk, $$"""{"issues":[{{Issue("1", more: $",\"comment\":{{\"total\":1,\"comments\":[{Comment(5)}]}}")}}]}""");
        var comment = Assert.Single(Assert.Single((await jira.Fetch("1")).Items).Comments);
        Assert.Equal(new Comment("5", "a-1", new(2026, 1, 5, 8, 5, 0, TimeSpan.Zero), StructuredText.FromPlain("words 5")), comment);
        Assert.Empty(jira.Asked("GET /rest/api/3/issue/1/comment"));
    }

    [Fact]
    public async Task Comments_that_came_cut_short_are_read_over_all_pages()
    {
        await using var jira = new SmallJira()
            .On(Bulk, $$"""{"issues":[{{Issue("1", more: $",\"comment\":{{\"total\":3,\"comments\":[{Comment(5)}]}}")}}]}""")
            .On("GET /rest/api/3/issue/1/comment", $$"""{"total":3,"comments":[{{Comment(7)}},{{Comment(5)}}]}""", $$"""{"total":3,"comments":[{{Comment(6)}}]}""");
        Assert.Equal(["5", "6", "7"], Assert.Single((await jira.Fetch("1")).Items).Comments.Select(c => c.Id));
        Assert.Equal(["?startAt=0&maxResults=100", "?startAt=2&maxResults=100"], jira.Asked("GET /rest/api/3/issue/1/comment").Select(r => r.Query));
    }

    [Fact]
    public async Task Comments_that_are_fewer_than_said_are_an_error()
    {
        await using var jira = new SmallJira()
            .On(Bulk, $$"""{"issues":[{{Issue("1", more: ",\"comment\":{\"total\":3,\"comments\":[]}")}}]}""")
            .On("GET /rest/api/3/issue/1/comment", $$"""{"total":3,"comments":[{{Comment(5)}}]}""", """{"total":3,"comments":[]}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Fetch("1"));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{jira.Where}: item 1 has 3 comments and gave 1. Expected all of them. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task An_issue_that_goes_while_it_is_read_is_unavailable()
    {
        await using var jira = new SmallJira()
            .On(Bulk, $$"""{"issues":[{{Issue("1", more: ",\"comment\":{\"total\":3,\"comments\":[]}")}}]}""")
            .On("GET /rest/api/3/issue/1/comment", new ScriptedAnswer(404, "{}"));
        Assert.Equal([new UnavailableItem("1", "it does not exist any more, or the account may not see it")], (await jira.Fetch("1")).Unavailable);
    }

    [Fact]
    public async Task One_monstrous_issue_does_not_keep_the_others_out()
    {
        await using var jira = new SmallJira().On(Bulk, request =>
        {
            var ids = JsonDocument.Parse(request.Body).RootElement.GetProperty("issueIdsOrKeys").EnumerateArray().Select(i => i.GetString()!);
            return ids.Contains("3") ? ScriptedAnswer.TooLarge : $$"""{"issues":[{{string.Join(',', ids.Select(id => Issue(id)))}}]}""";
        });
        var fetched = await jira.Fetch("1", "2", "3", "4", "5");
        Assert.Equal(["1", "2", "4", "5"], fetched.Items.Select(i => i.Id));
        Assert.Equal([new UnavailableItem("3", "the tracker's answer for it has more than 64 MB", Absence.Unreadable)], fetched.Unavailable);
    }

    [Theory]
    [InlineData("You do not have the permission to see the specified issue.", Absence.Forbidden)]
    [InlineData("Issue does not exist or you do not have permission to see it.", Absence.Unknown)]
    [InlineData("Issue does not exist.", Absence.Unknown)]
    [InlineData("The response is too large.", Absence.Unreadable)]
    public async Task What_the_site_says_of_an_issue_decides_what_is_known_of_why_it_did_not_come(string message, Absence absence)
    {
        await using var jira = new SmallJira().On(Bulk, $$"""{"issues":[],"issueErrors":[{"id":"1","errorMessage":"{{message}}"}]}""");
        Assert.Equal([new UnavailableItem("1", message, absence)], (await jira.Fetch("1")).Unavailable);
    }

    [Fact]
    public async Task An_issue_that_was_left_out_of_a_large_answer_comes_in_one_of_its_own()
    {
        await using var jira = new SmallJira().On(Bulk, $$"""{"issues":[{{Issue("1")}}],"issueErrors":[{"id":"2","errorMessage":"Payload too large."}]}""", $$"""{"issues":[{{Issue("2")}}]}""");
        var fetched = await jira.Fetch("1", "2");
        Assert.Equal(["1", "2"], fetched.Items.Select(i => i.Id));
        Assert.Empty(fetched.Unavailable);
    }

    [Fact]
    public async Task Histories_of_empty_pages_without_end_are_an_error()
    {
        var page = 0;
        await using var jira = new SmallJira().On(Bulk, $$"""{"issues":[{{Issue("1")}}]}""").On(Histories, _ => $$"""{"nextPageToken":"p{{++page}}","issueChangeLogs":[]}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Fetch("1"));
        Assert.Equal($"{jira.Where}: the histories gave two empty pages and said that more follows. Expected changes on every page but the last. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task Comments_larger_than_an_answer_may_be_keep_their_issue_out_and_no_other()
    {
        await using var jira = new SmallJira()
            .On(Bulk, $$"""{"issues":[{{Issue("1", more: ",\"comment\":{\"total\":3,\"comments\":[]}")}},{{Issue("2")}}]}""")
            .On("GET /rest/api/3/issue/1/comment", ScriptedAnswer.TooLarge);
        var fetched = await jira.Fetch("1", "2");
        Assert.Equal("2", Assert.Single(fetched.Items).Id);
        Assert.Equal([new UnavailableItem("1", "the tracker's answer for its comments has more than 64 MB", Absence.Unreadable)], fetched.Unavailable);
    }

    [Fact]
    public async Task The_stamp_of_an_item_is_that_of_its_line_in_the_listing()
    {
        const string Fields = """ "updated":"2026-02-01T08:00:00.000+0100","customfield_10019":"0|i0001b:" """;
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/search/jql", $$$"""{"isLast":true,"issues":[{"id":"1","fields":{{{{Fields}}}}}]}""")
            .On(Bulk, $$"""{"issues":[{{Issue("1", more: "," + Fields)}}]}""");
        var listed = Assert.Single(Assert.Single(await jira.List()).Entries);
        await using var again = new SmallJira().On(Bulk, $$"""{"issues":[{{Issue("1", more: "," + Fields)}}]}""");
        Assert.Equal(listed.Stamp, Assert.Single((await again.Fetch("1")).Items).Stamp);
    }

    [Fact]
    public async Task A_moved_issue_keeps_its_id_and_tells_its_old_key()
    {
        await using var jira = new SmallJira()
            .On(Bulk, """{"issues":[{"id":"1","key":"PAY-4","fields":{"status":{"id":"10"},"created":"2026-01-05T10:12:33.000+0100","project":{"key":"PAY"}}}]}""")
            .On(Histories, """{"issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"11","created":1767600000000,"items":[{"field":"Key","fieldtype":"jira","from":null,"fromString":"CHK-9","to":null,"toString":"PAY-4"}]}]}]}""");
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.Equal(("1", "PAY-4", "PAY"), (item.Id, item.Key, item.Project));
        Assert.Equal([new FieldChange(new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), FieldNames.Key, new("CHK-9"), new("PAY-4"))], item.Changes);
    }

    private static JsonElement Body(SmallJira jira, string route) => JsonDocument.Parse(jira.Asked(route).Single().Body).RootElement;

    private static string Issue(string id, string status = "10", string more = "") =>
        $$$$"""{"id":"{{{{id}}}}","key":"CHK-{{{{id}}}}","fields":{"status":{"id":"{{{{status}}}}","name":"S"},"created":"2026-01-05T10:12:33.000+0100"{{{{more}}}}}}""";

    private static string Comment(int id) =>
        $$"""{"id":"{{id}}","author":{"accountId":"a-1"},"created":"2026-01-05T09:0{{id}}:00.000+0100","body":"words {{id}}"}""";
}
