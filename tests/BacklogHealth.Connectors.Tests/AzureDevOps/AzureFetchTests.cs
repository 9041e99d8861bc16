using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureFetchTests
{
    private const string Updates = "GET /acme/Shop/_apis/wit/workItems/7/updates";
    private const string Comments = "GET /acme/Shop/_apis/wit/workItems/7/comments";
    private static readonly string New = AzureHistoryTests.Item(1, "New");

    [Fact]
    public async Task No_ids_cost_no_request()
    {
        await using var azure = new SmallAzure();
        await azure.Describe();
        var before = azure.All.Count;
        Assert.Empty((await azure.Fetch()).Items);
        Assert.Equal(before, azure.All.Count);
    }

    [Fact]
    public async Task More_ids_than_the_service_takes_are_a_mistake_of_the_caller()
    {
        await using var azure = new SmallAzure();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => azure.Fetch([.. Enumerable.Repeat("1", 201)]));
    }

    [Fact]
    public async Task Items_come_in_one_request_and_in_the_order_asked_for()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Batch, $$"""{"value":[{{New.Replace("\"id\":7", "\"id\":8", StringComparison.Ordinal)}},{{New}}]}""")
            .On(Updates, """{"value":[]}""").On(Updates.Replace("/7/", "/8/", StringComparison.Ordinal), """{"value":[]}""");
        var fetched = await azure.Fetch("7", "8");
        Assert.Equal(["7", "8"], fetched.Items.Select(i => i.Id));
        Assert.Equal(["7", "8"], fetched.Payloads.Select(p => p.Id));
        Assert.Equal("""{"ids":[7,8],"$expand":"relations","errorPolicy":"omit"}""", Assert.Single(azure.Asked(SmallAzure.Batch)).Body);
    }

    [Fact]
    public async Task What_lies_in_the_recycle_bin_was_deleted_and_of_the_rest_nobody_tells()
    {
        await using var azure = new SmallAzure().With(New)
            .On(SmallAzure.Bin, """{"count":2,"value":[{"id":8,"code":200,"deletedDate":"1/31/2017 9:21:14 PM"},{"id":9,"code":404,"message":"TF401232"}]}""");
        var fetched = await azure.Fetch("7", "8", "9", "10");
        Assert.Equal(
            [
                new("8", "it lies in the recycle bin", Absence.Deleted),
                new("9", "it does not exist any more, or the account may not see it", Absence.Unknown),
                new UnavailableItem("10", "it does not exist any more, or the account may not see it", Absence.Unknown),
            ],
            fetched.Unavailable);
        Assert.Equal(["?ids=8,9,10&api-version=7.1"], azure.Asked(SmallAzure.Bin).Select(r => r.Query));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_recycle_bin_that_may_not_be_seen_leaves_the_reason_open(int status)
    {
        await using var azure = new SmallAzure().On(SmallAzure.Bin, new ScriptedAnswer(status, "{}"));
        Assert.Equal(Absence.Unknown, Assert.Single((await azure.Fetch("8")).Unavailable).Absence);
    }

    [Fact]
    public async Task A_restored_item_is_the_same_item_again()
    {
        await using var azure = new SmallAzure()
            .On(SmallAzure.Bin, """{"value":[{"id":7,"code":200}]}""")
            .On(SmallAzure.Batch, """{"value":[null]}""", $$"""{"value":[{{New}}]}""")
            .On(Updates, """{"value":[]}""");
        Assert.Equal(Absence.Deleted, Assert.Single((await azure.Fetch("7")).Unavailable).Absence);
        Assert.Equal("7", Assert.Single((await azure.Fetch("7")).Items).Id);
    }

    [Theory]
    [InlineData(403, "the account may not read its history", Absence.Forbidden)]
    [InlineData(404, "it does not exist any more, or the account may not see it", Absence.Unknown)]
    public async Task An_item_whose_history_is_refused_did_not_come(int status, string reason, Absence absence)
    {
        await using var azure = new SmallAzure().With(New).On(Updates, new ScriptedAnswer(status, "{}"));
        var fetched = await azure.Fetch("7");
        Assert.Empty(fetched.Items);
        Assert.Equal(new UnavailableItem("7", reason, absence), Assert.Single(fetched.Unavailable));
    }

    [Fact]
    public async Task A_long_history_is_read_over_all_pages()
    {
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(450, "New"), [.. Many(450)]);
        var item = await azure.Item();
        Assert.Equal(449, item.Changes.Length);
        Assert.True(item.HistoryComplete);
        Assert.Equal(["?$top=200&$skip=0&api-version=7.1", "?$top=200&$skip=200&api-version=7.1", "?$top=200&$skip=400&api-version=7.1"], azure.Asked(Updates).Select(r => r.Query));
    }

    [Fact]
    public async Task A_history_that_stops_at_the_limit_of_the_interface_is_marked()
    {
        var updates = Many(400).ToList();
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(450, "New")).On(Updates, request => request.Query.Contains("skip=400", StringComparison.Ordinal) ? new ScriptedAnswer(400, """{"message":"TF401: out of range"}""") : SmallAzure.Page(request, updates));
        var item = await azure.Item();
        Assert.Equal(399, item.Changes.Length);
        Assert.False(item.HistoryComplete);
    }

    [Fact]
    public async Task Short_pages_are_followed_until_the_items_revision_is_reached()
    {
        var updates = Many(5).ToList();
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(5, "New")).On(Updates, request => SmallAzure.Page(request with { Query = request.Query.Replace("200", "2", StringComparison.Ordinal) }, updates));
        Assert.True((await azure.Item()).HistoryComplete);
    }

    [Fact]
    public async Task Pages_of_a_history_that_go_in_circles_are_an_error()
    {
        var page = $$"""{"value":[{{string.Join(',', Many(200))}}]}""";
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(450, "New")).On(Updates, page);
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Fetch("7"));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{azure.Where}: GET /Shop/_apis/wit/workItems/7/updates gave update 1 behind update 200. Expected each update once and in order. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task Of_a_known_history_only_the_end_is_asked_for()
    {
        var updates = Many(5).ToList();
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(3, "New"), [.. updates.Take(3)]);
        var before = Assert.Single((await azure.Fetch("7")).Payloads);
        azure.With(AzureHistoryTests.Item(5, "New"), [.. updates]);
        var tracker = await azure.Described();
        var item = Assert.Single((await tracker.Fetch(["7"], (_, _) => Task.FromResult<ItemPayload?>(before), default)).Items);
        Assert.Equal("?$top=200&$skip=2&api-version=7.1", azure.Asked(Updates)[^1].Query);
        Assert.Equal(["t1 t2", "t2 t3", "t3 t4", "t4 t5"], item.Changes.Select(c => $"{c.From?.Text} {c.To?.Text}"));
        Assert.True(item.HistoryComplete);
        Assert.Equal(JsonSerializer.Serialize(await azure.Item()), JsonSerializer.Serialize(item));
    }

    [Theory]
    [InlineData("""{"updates":[{"id":4711,"rev":1},{"id":4712,"rev":2}]}""")]
    [InlineData("""{"updates":[{"id":1,"rev":1},{"id":2,"rev":2},{"id":3,"rev":3},{"id":4,"rev":4},{"id":5,"rev":5},{"id":6,"rev":6}]}""")]
    [InlineData("""{"updates":7}""")]
    [InlineData("no JSON at all")]
    public async Task A_known_history_that_is_another_is_read_anew(string payload)
    {
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(3, "New"), [.. Many(3)]);
        var tracker = await azure.Described();
        var fetched = await tracker.Fetch(["7"], (id, _) => Task.FromResult<ItemPayload?>(new(id, Encoding.UTF8.GetBytes(payload))), default);
        Assert.Equal(2, Assert.Single(fetched.Items).Changes.Length);
        Assert.True(fetched.Items[0].HistoryComplete);
    }

    [Fact]
    public async Task Comments_are_read_over_all_pages_only_where_there_are_some_and_oldest_first()
    {
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(1, "New", """, "System.CommentCount":3""")).On(
            Comments,
            """{"comments":[{"id":6,"text":"**b**","format":"markdown","createdBy":{"id":"who-2","displayName":"Jo"},"createdDate":"2026-01-07T09:00:00Z"},{"id":5,"text":"<p>a</p>","createdDate":"2026-01-06T09:00:00Z"}],"continuationToken":"c 1"}""",
            """{"comments":[{"id":9,"text":"gone","isDeleted":true,"createdDate":"2026-01-08T09:00:00Z"},{"id":10,"text":"c","createdDate":"2026-01-08T10:00:00Z"}]}""");
        var item = await azure.Item();
        Assert.Equal([("5", null, "a"), ("6", "who-2", "b"), ("10", null, "c")], item.Comments.Select(c => (c.Id, c.AuthorId, c.Text.Plain)));
        Assert.Equal(["?$top=200&order=asc&api-version=7.1-preview.4", "?$top=200&order=asc&continuationToken=c%201&api-version=7.1-preview.4"], azure.Asked(Comments).Select(r => r.Query));
        azure.With(New);
        await azure.Item();
        Assert.Equal(2, azure.Asked(Comments).Count);
    }

    [Fact]
    public async Task Comments_that_go_in_circles_are_an_error()
    {
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(1, "New", """, "System.CommentCount":3""")).On(Comments, """{"comments":[],"continuationToken":"c"}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Fetch("7"));
        Assert.Equal($"{azure.Where}: GET /Shop/_apis/wit/workItems/7/comments gave the same continuation token twice. Expected a new one for every page. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task Comments_that_may_not_be_read_are_noted_on_the_item()
    {
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(1, "New", """, "System.CommentCount":3""")).On(Comments, new ScriptedAnswer(403, "{}"));
        Assert.Equal(["Its comments could not be read."], (await azure.Item()).ReadingNotes);
    }

    [Fact]
    public async Task An_item_that_was_moved_is_asked_for_in_the_project_where_it_is()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Batch, $$"""{"value":[{{New.Replace("\"Shop\"", "\"New Shop\"", StringComparison.Ordinal)}}]}""")
            .On("GET /acme/New Shop/_apis/wit/workItems/7/updates", """{"value":[]}""");
        Assert.Equal("New Shop", (await azure.Item()).Project);
    }

    [Fact]
    public async Task No_name_of_a_person_is_kept()
    {
        const string Person = """{"displayName":"Jo Doe","uniqueName":"jo@acme.example","id":"who-1","descriptor":"aad.abc","imageUrl":"https://x.example/jo.png","_links":{"avatar":{"href":"https://x.example/jo"}}}""";
        await using var azure = new SmallAzure();
        azure.With(
            AzureHistoryTests.Item(2, "New", $$""", "System.CommentCount":1,"System.AssignedTo":"Jo Doe <jo@acme.example>","System.CreatedBy":{{Person}},"Custom.Reviewer":"Jo Doe <jo@acme.example>","Custom.Other":{{Person}}"""),
            $$$$"""{"id":1,"rev":1,"revisedBy":{{{{Person}}}},"fields":{"System.ChangedDate":{"newValue":"2026-01-05T09:00:00Z"},"System.State":{"newValue":"New"}}}""",
            $$$$"""{"id":2,"rev":2,"revisedBy":{"id":"who-1","name":"Jo Doe"},"fields":{"System.ChangedDate":{"newValue":"2026-01-06T09:00:00Z"},"System.AssignedTo":{"oldValue":{{{{Person}}}},"newValue":"Jo Doe <jo@acme.example>"},"Custom.Reviewer":{"newValue":{{{{Person}}}}}}}""")
            .On(Comments, $$"""{"comments":[{"id":5,"text":"ok","createdBy":{{Person}},"modifiedBy":{{Person}},"createdDate":"2026-01-07T09:00:00Z"}]}""");
        var fetched = await azure.Fetch("7");
        var kept = Encoding.UTF8.GetString(Assert.Single(fetched.Payloads).Json.Span) + JsonSerializer.Serialize(fetched.Items[0]);
        Assert.DoesNotContain("Jo", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("x.example", kept, StringComparison.Ordinal);
        Assert.Equal([("System.AssignedTo", "who-1", null), ("Custom.Reviewer", null, "who-1")], fetched.Items[0].Changes.Select(c => (c.Field, c.From?.Text, c.To?.Text)));
        Assert.Equal("who-1", fetched.Items[0].Comments[0].AuthorId);
    }

    [Fact]
    public async Task Pages_of_comments_whose_tokens_lead_nowhere_come_to_an_end()
    {
        var page = 0;
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(1, "New", """, "System.CommentCount":3""")).On(Comments, _ => $$"""{"comments":[],"continuationToken":"c{{++page}}"}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Fetch("7"));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{azure.Where}: GET /Shop/_apis/wit/workItems/7/comments gave 20 pages in a row without a comment, and said that more follow. Expected an end. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Theory]
    [InlineData(203)]
    [InlineData(302)]
    [InlineData(401)]
    public async Task A_token_that_runs_out_while_items_are_fetched_is_a_refusal_and_no_missing_item(int status)
    {
        var gone = new ScriptedAnswer(status, "<html>Sign in</html>", "text/html").With("Location", "https://login.microsoftonline.com/x");
        await using var azure = new SmallAzure().On(SmallAzure.Batch, gone);
        await azure.Describe();
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Fetch("7"));
        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Single(azure.Asked(SmallAzure.Batch));
    }

    [Fact]
    public async Task A_batch_that_gives_fewer_items_than_asked_for_and_others_leaves_none_unsaid()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Batch, $$"""{"value":[null,{{New}},{{New.Replace("\"id\":7", "\"id\":99", StringComparison.Ordinal)}}]}""").On(Updates, """{"value":[]}""");
        var fetched = await azure.Fetch("6", "7", "8");
        Assert.Equal(["7"], fetched.Items.Select(i => i.Id));
        Assert.Equal(["6", "8"], fetched.Unavailable.Select(u => u.Id));
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_asked_for_in_halves_and_the_monster_is_left_out()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Batch, request =>
        {
            var ids = JsonNode.Parse(request.Body)!["ids"]!.AsArray().Select(i => i!.GetValue<int>()).ToList();
            return ids.Contains(8) ? ScriptedAnswer.TooLarge : $$"""{"value":[{{string.Join(',', ids.Select(i => New.Replace("\"id\":7", $"\"id\":{i}", StringComparison.Ordinal)))}}]}""";
        });
        foreach (var id in new[] { 6, 7, 9 })
        {
            azure.On($"GET /acme/Shop/_apis/wit/workItems/{id}/updates", """{"value":[]}""");
        }

        var fetched = await azure.Fetch("6", "7", "8", "9");
        Assert.Equal(["6", "7", "9"], fetched.Items.Select(i => i.Id));
        Assert.Equal(["6", "7", "9"], fetched.Payloads.Select(p => p.Id));
        Assert.Equal(new UnavailableItem("8", "the tracker's answer for it has more than 64 MB", Absence.Unreadable), Assert.Single(fetched.Unavailable));
    }

    [Fact]
    public async Task An_update_that_is_too_large_is_left_out_and_the_history_marked()
    {
        var updates = Many(6).ToList();
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(6, "New")).On(Updates, request =>
        {
            var page = SmallAzure.Page(request, updates);
            return page.Body.Contains("\"id\":3,", StringComparison.Ordinal) ? ScriptedAnswer.TooLarge : page;
        });
        var item = await azure.Item();
        Assert.Equal(["t1 t2", "t3 t4", "t4 t5", "t5 t6"], item.Changes.Select(c => $"{c.From?.Text} {c.To?.Text}"));
    }

    private static IEnumerable<string> Many(int count) => Enumerable.Range(1, count).Select(i => i == 1
        ? """{"id":1,"rev":1,"revisedDate":"2026-01-06T09:00:00Z","fields":{"System.ChangedDate":{"newValue":"2026-01-05T09:00:00Z"},"System.State":{"newValue":"New"},"System.Title":{"newValue":"t1"}}}"""
        : AzureHistoryTests.Update(i, i, "2026-01-06T09:00:00Z", "9999-01-01T00:00:00Z", $"\"System.Title\":{{\"oldValue\":\"t{i - 1}\",\"newValue\":\"t{i}\"}}"));
}
