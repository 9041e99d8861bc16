using System.Text;
using System.Text.Json;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

/// <summary>Items as people and imports leave them: each is kept, and what could not be kept of it is said.</summary>
public sealed class JiraContentTests
{
    [Fact]
    public async Task A_description_of_twenty_megabytes_is_cut_and_the_items_beside_it_come_whole()
    {
        var words = string.Concat(Enumerable.Repeat("paste of a log ", 1_400_000));
        await using var jira = Jira(Issue("1", $",\"description\":{Document(words)}"), Issue("2"));
        var items = (await jira.Fetch("1", "2")).Items;
        Assert.Equal(["1", "2"], items.Select(i => i.Id));
        Assert.Equal(999_998, items[0].Description.Plain.Length);
        Assert.EndsWith(" paste of", items[0].Description.Plain, StringComparison.Ordinal);
        Assert.All(items[0].Description.Spans, s => Assert.True(s.End <= 999_998));
        Assert.Equal(["The description has 20999999 characters; the first 999998 of its plain text are kept."], items[0].ReadingNotes);
        Assert.Empty(items[1].ReadingNotes);
    }

    [Theory]
    [InlineData("nul", "It held NUL characters; each became a space.", "Before after")]
    [InlineData("deep", "It is nested deeper than 512 levels; what lies deeper was left out.", "Above\n...\nBelow")]
    public async Task What_no_reader_of_text_can_hold_is_replaced_and_noted_and_the_item_is_kept(string what, string note, string text)
    {
        var content = what == "nul"
            ? """{"type":"paragraph","content":[{"type":"text","text":"Before\u0000after \\u0020"}]}"""
            : $$"""{"type":"paragraph","content":[{"type":"text","text":"Above"}]},{{string.Concat(Enumerable.Repeat("""{"type":"panel","content":[""", 300))}}{"type":"text","text":"At the bottom"}{{string.Concat(Enumerable.Repeat("]}", 300))}},{"type":"paragraph","content":[{"type":"text","text":"Below"}]}""";
        await using var jira = Jira(Issue("1", $",\"description\":{{\"type\":\"doc\",\"content\":[{content}]}}"), Issue("2", ",\"summary\":\"C:\\\\u0020\""));
        var fetched = await jira.Fetch("1", "2");
        Assert.Equal(["1", "2"], fetched.Items.Select(i => i.Id));
        Assert.StartsWith(text, fetched.Items[0].Description.Plain, StringComparison.Ordinal);
        Assert.Equal([note], fetched.Items[0].ReadingNotes);
        Assert.Empty(fetched.Items[1].ReadingNotes);

        // What is kept of it is read again in the same way.
        var tracker = await jira.Open();
        await tracker.Describe(default);
        var again = tracker.Read(fetched.Payloads[0])!;
        Assert.Equal((fetched.Items[0].Description.Plain, note), (again.Description.Plain, Assert.Single(again.ReadingNotes)));
    }

    [Theory]
    [InlineData(JiraDeployment.Cloud)]
    [InlineData(JiraDeployment.DataCenter)]
    public void No_cut_halves_a_character(JiraDeployment deployment)
    {
        var text = new string('a', TextLimit.Longest - 1) + "\uD83D\uDE00 and more";
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(text));
        var notes = new List<string>();
        var read = JiraText.Document(JiraDialect.Of(deployment), json.RootElement, "The description", notes);
        Assert.Equal(new string('a', TextLimit.Longest - 1), read.Plain);
        Assert.Equal(["The description has 1000010 characters; the first 999999 of its plain text are kept."], notes);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00.000+0000")]
    [InlineData("0001-01-01T00:00:00.000+0100")]
    [InlineData("10000-01-01T00:00:00.000+0000")]
    [InlineData("05/Jan/26 10:12 AM")]
    [InlineData("5. Mai 2026")]
    [InlineData("05.06.2026 10:12")]
    public async Task A_date_that_no_calendar_knows_is_left_out_and_said_and_the_item_is_kept(string date)
    {
        await using var jira = Jira(Issue("1", $$$$""","updated":"{{{{date}}}}","duedate":"{{{{date}}}}","comment":{"total":1,"comments":[{"id":"5","created":"{{{{date}}}}","body":"words"}]}"""));
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.Null(item.Due);
        Assert.Equal(item.Created, item.Updated);
        Assert.Empty(item.Comments);
        Assert.Equal(
            [
                $"The date of its last change is left out: '{date}' is none that a calendar knows.",
                $"The due date is left out: '{date}' is none that a calendar knows.",
                $"Comment 5 is left out: it was written '{date}', a date that no calendar knows.",
            ],
            item.ReadingNotes);
        Assert.True(item.HistoryComplete);
    }

    [Theory]
    [InlineData("\"0001-01-01T00:00:00.000+0000\"", "'0001-01-01T00:00:00.000+0000'")]
    [InlineData("null", "none")]
    public async Task An_item_without_a_date_of_creation_is_kept_from_the_earliest_instant_known_and_stays_out_of_cycle_times(string created, string quoted)
    {
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/issue/bulkfetch", $$$$"""{"issues":[{"id":"1","key":"CHK-1","fields":{"status":{"id":"10"},"created":{{{{created}}}},"updated":"2026-02-01T08:00:00.000+0100"}}]}""")
            .On("POST /rest/api/3/changelog/bulkfetch", """{"issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"11","created":1767600000000,"items":[{"field":"labels"}]}]}]}""");
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1767600000000), item.Created);
        Assert.False(item.HistoryComplete);
        Assert.Equal([$"The date of its creation, {quoted}, is none that a calendar knows: the earliest instant known of the item stands in its place, and it is kept out of cycle times."], item.ReadingNotes);
    }

    [Fact]
    public async Task A_local_time_that_came_twice_is_told_apart_by_its_offset()
    {
        await using var jira = Jira(Issue("1", """,  "comment":{"total":2,"comments":[{"id":"6","created":"2026-10-25T02:30:00.000+0100","body":""},{"id":"5","created":"2026-10-25T02:30:00.000+0200","body":""}]}"""));
        Assert.Equal(["5", "6"], Assert.Single((await jira.Fetch("1")).Items).Comments.Select(c => c.Id));
    }

    [Fact]
    public async Task Nul_characters_and_halves_of_characters_reach_no_text()
    {
        await using var jira = Jira(Issue("1", """,  "summary":"a\u0000b\ud800c","labels":["x\u0000"],"description":"d\udc00\u0000e","customfield_10016":null,"attachment":[{"filename":"f\u0000.png"}]"""));
        var item = Assert.Single((await jira.Fetch("1")).Items);
        var all = string.Concat([item.Title, item.Description.Plain, .. item.Labels, .. item.Attachments]);
        Assert.DoesNotContain('\0', all);
        Assert.DoesNotContain(all, char.IsSurrogate);
        Assert.Equal("a b\uFFFDc", item.Title);
    }

    [Fact]
    public async Task Text_from_right_to_left_and_long_names_stay_as_they_are()
    {
        const string Hebrew = "\u05EA\u05E9\u05DC\u05D5\u05DD \u202Bבכרטיס\u202C";
        var name = new string('n', 5_000);
        await using var jira = Jira(Issue("1", $$$$""","summary":"{{{{Hebrew}}}}","fixVersions":[{"name":"{{{{name}}}}"}],"labels":["{{{{name}}}}"],"description":{{{{Document(Hebrew)}}}}"""));
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.Equal((Hebrew, Hebrew), (item.Title, item.Description.Plain));
        Assert.Equal((name, name), (Assert.Single(item.FixVersions), Assert.Single(item.Labels)));
    }

    [Fact]
    public async Task Ten_thousand_nodes_and_two_thousand_links_are_read()
    {
        var nodes = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$$$"""{"type":"{{{{(i % 7 == 0 ? "hologram" : "paragraph")}}}}","content":[{"type":"text","text":"w{{{{i}}}}"}]}"""));
        var links = string.Join(',', Enumerable.Range(0, 2_000).Select(i => $$$$"""{"type":{"outward":"blocks"},"outwardIssue":{"key":"CHK-{{{{i % 3}}}}"}}"""));
        await using var jira = Jira(Issue("1", $$$$""","description":{"type":"doc","content":[{{{{nodes}}}}]},"issuelinks":[{{{{links}}}}]"""));
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"w{i}"), item.Description.Plain.Split('\n'));
        Assert.Equal(2_000, item.Links.Length);
    }

    [Fact]
    public async Task Parents_in_a_circle_and_links_to_oneself_are_kept_as_they_are()
    {
        await using var jira = Jira(
            Issue("1", ""","parent":{"id":"2","key":"CHK-2"},"issuelinks":[{"type":{"outward":"blocks"},"outwardIssue":{"key":"CHK-1"}}]"""),
            Issue("2", ""","parent":{"id":"1","key":"CHK-1"}"""));
        var items = (await jira.Fetch("1", "2")).Items;
        Assert.Equal(["2", "1"], items.Select(i => i.ParentId));
        Assert.Equal(new ItemLink("blocks", "CHK-1"), Assert.Single(items[0].Links));
    }

    [Fact]
    public async Task A_document_as_deep_as_answers_may_be_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"type":"hologram","content":[""", 240)) + """{"type":"text","text":"at the bottom"}""" + string.Concat(Enumerable.Repeat("]}", 240));
        await using var jira = Jira(Issue("1", $",\"description\":{deep}"));
        Assert.Equal("at the bottom", Assert.Single((await jira.Fetch("1")).Items).Description.Plain);
    }

    [Fact]
    public async Task A_flag_and_a_team_are_read_and_so_are_their_changes()
    {
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/issue/bulkfetch", $$"""{"issues":[{{Issue("1", ""","customfield_10021":[{"id":"10019","value":"Impediment"}],"customfield_10001":{"id":"t-1","name":"Checkout"}""")}},{{Issue("2", ""","customfield_10021":[],"customfield_10001":"t-2" """)}}]}""")
            .On("POST /rest/api/3/changelog/bulkfetch", """
                {"issueChangeLogs":[{"issueId":"1","changeHistories":[
                  {"id":"11","created":1767600000000,"items":[{"field":"Flagged","fieldId":"customfield_10021","from":"","fromString":"","to":"[10019]","toString":"Impediment"}]},
                  {"id":"12","created":1767700000000,"items":[{"field":"Team","fieldId":"customfield_10001","from":null,"fromString":null,"to":"t-1","toString":"Checkout"}]}]}]}
                """);
        var items = (await jira.Fetch("1", "2")).Items;
        Assert.Equal([(true, "Checkout"), (false, "t-2")], items.Select(i => (i.Flagged, i.Team!)));
        Assert.Equal(
            [(FieldNames.Flagged, null, new FieldValue("Impediment", "[10019]")), (FieldNames.Team, null, new FieldValue("Checkout", "t-1"))],
            items[0].Changes.Select(c => (c.Field, c.From, c.To!)));
    }

    [Fact]
    public async Task A_history_larger_than_an_answer_may_be_is_read_in_smaller_pages()
    {
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/issue/bulkfetch", $$"""{"issues":[{{Issue("1")}}]}""")
            .On("POST /rest/api/3/changelog/bulkfetch", request => JsonDocument.Parse(request.Body).RootElement.GetProperty("maxResults").GetInt32() > 100
                ? ScriptedAnswer.TooLarge
                : """{"issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"11","created":1767600000000,"items":[{"field":"labels"}]}]}]}""");
        Assert.Single(Assert.Single((await jira.Fetch("1")).Items).Changes);
        Assert.Equal([5000, 625, 78], jira.Bodies("POST /rest/api/3/changelog/bulkfetch").Select(b => b.GetProperty("maxResults").GetInt32()));
    }

    [Fact]
    public async Task Histories_that_no_page_can_hold_keep_their_item_out_and_no_other()
    {
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/issue/bulkfetch", request => $$"""{"issues":[{{string.Join(',', Asked(request).Select(id => Issue(id)))}}]}""")
            .On("POST /rest/api/3/changelog/bulkfetch", request => Asked(request).Contains("2") ? ScriptedAnswer.TooLarge : """{"issueChangeLogs":[]}""");
        var fetched = await jira.Fetch("1", "2", "3");
        Assert.Equal(["1", "3"], fetched.Items.Select(i => i.Id));
        Assert.Equal([new UnavailableItem("2", "the tracker's answer for it has more than 64 MB", Absence.Unreadable)], fetched.Unavailable);
    }

    [Fact]
    public async Task Names_of_people_are_kept_of_no_field_of_people()
    {
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/issue/bulkfetch", $$"""{"issues":[{{Issue("1")}}]}""")
            .On("POST /rest/api/3/changelog/bulkfetch", """
                {"issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"11","created":1767600000000,"items":[
                {"field":"Reviewed By","fieldId":"customfield_10050","from":"a-1","fromString":"Mia Krystof","to":"[a-2, a-3]","toString":"Jo Doe, Ann Other"}]}]}]}
                """);
        var fetched = await jira.Fetch("1");
        var change = Assert.Single(Assert.Single(fetched.Items).Changes);
        Assert.Equal((new FieldValue("a-1", "a-1"), new FieldValue("a-2, a-3", "a-2, a-3")), (change.From, change.To));
        Assert.DoesNotContain("Krystof", Encoding.UTF8.GetString(Assert.Single(fetched.Payloads).Json.Span), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Asked(ScriptedRequest request) =>
        JsonDocument.Parse(request.Body).RootElement.GetProperty("issueIdsOrKeys").EnumerateArray().Select(i => i.GetString()!);

    private static SmallJira Jira(params string[] issues) => new SmallJira().On("POST /rest/api/3/issue/bulkfetch", $$"""{"issues":[{{string.Join(',', issues)}}]}""");

    private static string Issue(string id, string more = "") =>
        $$$$"""{"id":"{{{{id}}}}","key":"CHK-{{{{id}}}}","fields":{"status":{"id":"10","name":"To Do"},"created":"2026-01-05T10:12:33.000+0100"{{{{more}}}}}}""";

    private static string Document(string words) => $$$$"""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":{{{{JsonSerializer.Serialize(words)}}}}}]}]}""";
}
