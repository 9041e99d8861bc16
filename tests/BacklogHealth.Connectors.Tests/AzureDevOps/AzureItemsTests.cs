using System.Globalization;
using System.Text;
using System.Text.Json;
using BacklogHealth.Connectors.AzureDevOps;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureItemsTests
{
    [Fact]
    public async Task Every_part_of_an_item_is_read()
    {
        await using var azure = new SmallAzure();
        azure.With("""
            {"id":7,"rev":4,"fields":{"System.TeamProject":"Shop","System.WorkItemType":"User Story","System.State":"Closed","System.Reason":"Completed","System.CreatedDate":"2026-01-05T09:00:00.5Z","System.ChangedDate":"2026-01-09T09:00:00Z",
             "System.CreatedBy":{"displayName":"Mia Krystof","uniqueName":"mia@acme.example","id":"d291b0c4","descriptor":"aad.d291"},"System.Title":" Pay\n by card ","System.Description":"<p>As a buyer</p><ul><li>I pay</li></ul>","Microsoft.VSTS.Common.AcceptanceCriteria":"<div>It works</div>","System.AreaPath":"Shop\\Red",
             "System.IterationId":12,"System.IterationPath":"Shop\\Sprint 2","System.Tags":"red; not urgent","Microsoft.VSTS.Common.Priority":2,"Microsoft.VSTS.Scheduling.StoryPoints":5.0,"Microsoft.VSTS.Common.StackRank":1000063244.5,
             "Microsoft.VSTS.Scheduling.TargetDate":"2026-03-15T05:00:00Z"},
             "relations":[{"rel":"System.LinkTypes.Hierarchy-Reverse","url":"https://dev.azure.com/acme/_apis/wit/workItems/3"},
                          {"rel":"System.LinkTypes.Hierarchy-Forward","url":"https://dev.azure.com/acme/_apis/wit/workItems/30"},
                          {"rel":"System.LinkTypes.Dependency-Reverse","url":"https://dev.azure.com/acme/_apis/wit/workItems/4"},
                          {"rel":"Custom.Blocks-Forward","url":"https://dev.azure.com/acme/_apis/wit/workItems/5","attributes":{"name":"Blocks"}},
                          {"rel":"AttachedFile","url":"https://dev.azure.com/acme/_apis/wit/attachments/9","attributes":{"name":"sketch.png"}},
                          {"rel":"Hyperlink","url":"https://wiki.acme.example/pay","attributes":{"comment":"How we pay"}},
                          {"rel":"Hyperlink","url":"https://figma.example/file"},
                          {"rel":"ArtifactLink","url":"vstfs:///Git/Commit/1","attributes":{"name":"Fixed in Commit"}},
                          {"rel":"System.LinkTypes.Remote.Related","url":"https://dev.azure.com/other/_apis/wit/workItems/12"}]}
            """);
        var item = await azure.Item();
        Assert.Equal(
            ("7", "7", "Shop", "User Story", WorkItemKind.Story, "Pay by card", "Closed", "Closed", "Completed", "4"),
            (item.Id, item.Key, item.Project, item.Type, item.Kind, item.Title, item.StateId, item.OriginalState, item.Resolution, item.Stamp));
        Assert.Equal(("As a buyer\n- I pay", "It works"), (item.Description.Plain, item.AcceptanceCriteria.Plain));
        Assert.Equal((At("2026-01-05T09:00:00.5Z"), At("2026-01-09T09:00:00Z"), new DateOnly(2026, 3, 15)), (item.Created, item.Updated, item.Due));
        Assert.Equal((5.0, AzureRank.Of(1000063244.5), "2", @"Shop\Red"), (item.StoryPoints, item.Rank, item.Priority, item.Team));
        Assert.Equal("d291b0c4", item.AuthorId);
        Assert.Equal(["red", "not urgent"], item.Labels);
        Assert.Equal(["12"], item.SprintIds);
        Assert.Equal(("3", "3"), (item.ParentId, item.ParentKey));
        Assert.Equal([new("Predecessor", "4"), new ItemLink("Blocks", "5")], item.Links);
        Assert.Equal(["sketch.png"], item.Attachments);
        Assert.Equal(["How we pay", "figma.example", "dev.azure.com"], item.RemoteLinks);
        Assert.False(item.Flagged);
        Assert.Empty(item.ReadingNotes);
    }

    [Theory]
    [InlineData("Epic", "Microsoft.VSTS.Scheduling.TargetDate")]
    [InlineData("Feature", "Microsoft.VSTS.Scheduling.TargetDate")]
    [InlineData("Epic", "Microsoft.VSTS.Scheduling.DueDate")]
    [InlineData("User Story", "Microsoft.VSTS.Scheduling.DueDate")]
    public async Task An_item_is_due_on_its_due_date_or_on_the_date_that_it_aims_at(string type, string field)
    {
        await using var azure = new SmallAzure();
        azure.With(Fields($"\"System.WorkItemType\":\"{type}\",\"{field}\":\"2026-03-15T00:00:00Z\""));
        Assert.Equal(new DateOnly(2026, 3, 15), (await azure.Item()).Due);
    }

    [Fact]
    public async Task Where_both_are_given_the_due_date_is_the_promise()
    {
        await using var azure = new SmallAzure();
        azure.With(Fields("\"System.WorkItemType\":\"Epic\",\"Microsoft.VSTS.Scheduling.DueDate\":\"2026-03-15T00:00:00Z\",\"Microsoft.VSTS.Scheduling.TargetDate\":\"2026-02-01T00:00:00Z\""));
        Assert.Equal(new DateOnly(2026, 3, 15), (await azure.Item()).Due);
    }

    [Fact]
    public async Task An_iterations_end_is_no_release()
    {
        await using var azure = new SmallAzure();
        var profile = await azure.Describe();
        Assert.NotEmpty(profile.Sprints);
        Assert.Empty(profile.Releases);
    }

    [Fact]
    public async Task An_item_with_nothing_in_it_is_an_item()
    {
        await using var azure = new SmallAzure();
        azure.With("""{"id":7,"rev":1,"fields":{"System.WorkItemType":"User Story","System.State":"New","System.TeamProject":"Shop","System.CreatedDate":"2026-01-05T09:00:00Z","System.Description":null}}""");
        var item = await azure.Item();
        Assert.Equal(("", true, null, null, null), (item.Title, item.Description.IsBlank, item.StoryPoints, item.Rank, item.ParentId));
    }

    [Theory]
    [InlineData("""{"id":7,"rev":1,"fields":{"System.WorkItemType":"Bug","System.CreatedDate":"2026-01-05T09:00:00Z"}}""", "the answer has no state")]
    [InlineData("""{"id":7,"rev":1,"fields":{"System.State":"New","System.CreatedDate":"2026-01-05T09:00:00Z"}}""", "the answer has no type")]
    [InlineData("""{"id":7,"rev":1,"fields":{"System.WorkItemType":"Bug","System.State":"New"}}""", "the answer has no date of creation")]
    [InlineData("""{"id":7,"rev":1}""", "the answer has no state")]
    public async Task What_an_item_cannot_do_without_is_named(string item, string reason)
    {
        await using var azure = new SmallAzure();
        azure.With(item);
        Assert.Equal(new UnavailableItem("7", reason, Absence.Unreadable), Assert.Single((await azure.Fetch("7")).Unavailable));
    }

    [Fact]
    public async Task A_bugs_body_is_in_its_steps_to_reproduce()
    {
        await using var azure = new SmallAzure();
        azure.With(Fields("""
            "System.WorkItemType":"Bug","System.Description":"<div><br></div>","Microsoft.VSTS.TCM.ReproSteps":"<p>Click</p>"
            """.Replace("<div><br></div>", " ", StringComparison.Ordinal)));
        Assert.Equal("Click", (await azure.Item()).Description.Plain);
    }

    [Fact]
    public async Task A_field_that_holds_markdown_is_read_as_markdown_and_the_others_as_html()
    {
        await using var azure = new SmallAzure();
        azure.With(
            Fields("""
                "System.WorkItemType":"User Story","System.Description":"# Goal\n\n* pay **now**","Microsoft.VSTS.Common.AcceptanceCriteria":"<p># not a heading</p>"
                """, more: ""","multilineFieldsFormat":{"System.Description":"Markdown","Microsoft.VSTS.Common.AcceptanceCriteria":"html"}"""),
            """{"id":1,"rev":1,"fields":{"System.ChangedDate":{"newValue":"2026-01-05T09:00:00Z"},"System.State":{"newValue":"New"}}}""",
            """{"id":2,"rev":2,"fields":{"System.ChangedDate":{"newValue":"2026-01-06T09:00:00Z"},"System.Description":{"oldValue":"<h1>Goal</h1><p>pay</p>","newValue":"# Goal\n\n* pay **now**"}}}""");
        var item = await azure.Item();
        Assert.Equal(TextKind.Heading, item.Description.Spans[0].Kind);
        Assert.Equal("Goal\n- pay now", item.Description.Plain);
        Assert.Equal("# not a heading", item.AcceptanceCriteria.Plain);
        Assert.Equal("Goal\npay", item.Changes.Single(c => c.Field == FieldNames.Description).From!.Text);
        Assert.Equal(["?api-version=7.2-preview.1"], azure.Asked(SmallAzure.Batch).Select(r => r.Query));
    }

    [Fact]
    public async Task Where_the_newest_interface_is_not_spoken_texts_are_html_and_it_is_not_tried_again()
    {
        await using var azure = new SmallAzure();
        azure.On(SmallAzure.Batch, request => request.Query.Contains("7.2", StringComparison.Ordinal)
            ? new ScriptedAnswer(400, """{"message":"The requested REST API version of 7.2 is out of range for this server."}""")
            : """{"value":[{"id":7,"rev":1,"fields":{"System.TeamProject":"Shop","System.WorkItemType":"Bug","System.State":"New","System.CreatedDate":"2026-01-05T09:00:00Z","System.Description":"<b>x</b>"}}]}""")
            .On("GET /acme/Shop/_apis/wit/workItems/7/updates", """{"value":[]}""");
        Assert.Equal("x", (await azure.Item()).Description.Plain);
        await azure.Fetch("7");
        Assert.Equal(["?api-version=7.2-preview.1", "?api-version=7.1", "?api-version=7.1"], azure.Asked(SmallAzure.Batch).Select(r => r.Query));
    }

    [Fact]
    public async Task Nul_characters_are_noted_and_noted_again_where_what_was_kept_is_read()
    {
        await using var azure = new SmallAzure();
        azure.With(Fields("""
            "System.WorkItemType":"Bug","System.Title":"Before\u0000after","System.Description":"C:\\u0020"
            """));
        var fetched = await azure.Fetch("7");
        var (item, again) = (Assert.Single(fetched.Items), (await azure.Described()).Read(Assert.Single(fetched.Payloads))!);
        Assert.Equal(("Before after", @"C:\u0020"), (item.Title, item.Description.Plain));
        Assert.Equal(["It held NUL characters; each became a space."], item.ReadingNotes);
        Assert.Equal(item.ReadingNotes, again.ReadingNotes);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_cut_and_noted()
    {
        await using var azure = new SmallAzure();
        azure.With(Fields($"\"System.WorkItemType\":\"Bug\",\"System.Description\":\"{string.Concat(Enumerable.Repeat("word ", 300_000))}\""));
        var item = await azure.Item();
        Assert.Equal(["Its description has 1500000 characters; the first 999999 were read."], item.ReadingNotes);
        Assert.InRange(item.Description.Plain.Length, 999_000, 1_000_000);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("10000-01-01T00:00:00Z")]
    [InlineData("9999-12-31T00:00:00Z")]
    [InlineData("5. März 2026")]
    public async Task A_date_that_no_calendar_knows_is_left_out_and_noted(string date)
    {
        await using var azure = new SmallAzure();
        azure.With(Fields($"\"System.WorkItemType\":\"Bug\",\"Microsoft.VSTS.Scheduling.DueDate\":\"{date}\""));
        var item = await azure.Item();
        Assert.Null(item.Due);
        Assert.Equal([$"Its Microsoft.VSTS.Scheduling.DueDate is '{date}', which is no date that can be meant; it was left out."], item.ReadingNotes);
    }

    [Fact]
    public async Task An_impossible_date_of_creation_gives_way_to_the_first_update()
    {
        await using var azure = new SmallAzure();
        azure.With(
            """{"id":7,"rev":1,"fields":{"System.TeamProject":"Shop","System.WorkItemType":"Bug","System.State":"New","System.CreatedDate":"0001-01-01T00:00:00"}}""",
            """{"id":1,"rev":1,"fields":{"System.ChangedDate":{"newValue":"2026-01-04T09:00:00Z"},"System.State":{"newValue":"New"}}}""");
        var item = await azure.Item();
        Assert.Equal(At("2026-01-04T09:00:00Z"), item.Created);
        Assert.Equal(["Its System.CreatedDate is '0001-01-01T00:00:00', which is no date that can be meant; it was left out."], item.ReadingNotes);
    }

    [Theory]
    [InlineData("Agile", "\"System.Tags\":\"a; blocked\"", true)]
    [InlineData("Agile", "\"System.Tags\":\"unblocked\"", false)]
    [InlineData("Cmmi", "\"Microsoft.VSTS.CMMI.Blocked\":\"Yes\"", true)]
    [InlineData("Cmmi", "\"Microsoft.VSTS.CMMI.Blocked\":\"No\"", false)]
    public async Task What_is_blocked_is_told_by_the_field_of_the_process_or_by_a_tag(string template, string field, bool flagged)
    {
        await using var azure = new SmallAzure(AzureBacklogsTests.Template(template));
        azure.With(Fields($"\"System.WorkItemType\":\"Bug\",{field}"));
        Assert.Equal(flagged, (await azure.Item()).Flagged);
    }

    [Theory]
    [InlineData("\"System.State\":\"Closed\",\"System.Reason\":\"Verified\",\"Microsoft.VSTS.Common.ResolvedReason\":\"Duplicate\"", "Duplicate")]
    [InlineData("\"System.State\":\"Closed\",\"System.Reason\":\"Verified\",\"Microsoft.VSTS.Common.ResolvedReason\":\"\"", "Verified")]
    [InlineData("\"System.State\":\"Active\",\"System.Reason\":\"Approved\"", null)]
    public async Task A_resolution_is_why_the_item_was_resolved_while_it_is_finished(string fields, string? resolution)
    {
        await using var azure = new SmallAzure();
        azure.With($$$"""{"id":7,"rev":1,"fields":{"System.TeamProject":"Shop","System.WorkItemType":"Bug","System.CreatedDate":"2026-01-05T09:00:00Z",{{{fields}}}}}""");
        Assert.Equal(resolution, (await azure.Item()).Resolution);
    }

    [Fact]
    public async Task Hostile_content_is_read_without_a_throw()
    {
        await using var azure = new SmallAzure();
        azure.With(Fields("""
            "System.WorkItemType":"Bug","System.Title":"a\u0000b\ud800","System.Tags":";;","System.Description":"<x-y><svg onload=1>\u202eabc","Microsoft.VSTS.Scheduling.StoryPoints":"many","Microsoft.VSTS.Common.StackRank":"top","System.IterationId":{}
            """, more: ""","relations":[{"rel":"System.LinkTypes.Hierarchy-Reverse","url":"https://dev.azure.com/acme/_apis/wit/workItems/7"},{"rel":"System.LinkTypes.Related"},{"url":"x"},null]"""));
        var item = await azure.Item();
        Assert.Equal("a b\uFFFD", item.Title);
        Assert.Equal((null, null, "7"), (item.StoryPoints, item.Rank, item.ParentId));
    }

    [Fact]
    public async Task What_was_sent_is_kept_and_read_again_to_the_same_item()
    {
        await using var azure = new SmallAzure();
        azure.With(
            AzureHistoryTests.Item(2, "Active", """, "System.CommentCount":1,"System.Description":"<p>x</p>","System.Tags":"a; b c" """),
            """{"id":1,"rev":1,"revisedDate":"2026-01-06T09:00:00Z","fields":{"System.ChangedDate":{"newValue":"2026-01-05T09:00:00Z"},"System.State":{"newValue":"New"}}}""",
            AzureHistoryTests.Update(2, 2, "2026-01-06T09:00:00Z", "9999-01-01T00:00:00Z", "\"System.State\":{\"oldValue\":\"New\",\"newValue\":\"Active\"}"))
            .On("GET /acme/Shop/_apis/wit/workItems/7/comments", """{"comments":[{"id":5,"text":"<i>hm</i>","createdBy":{"id":"who-4","displayName":"Jo Doe"},"createdDate":"2026-01-07T09:00:00Z"}]}""");
        var fetched = await azure.Fetch("7");
        var payload = Assert.Single(fetched.Payloads);
        var again = (await azure.Described()).Read(payload)!;
        Assert.Equal(JsonSerializer.Serialize(fetched.Items[0]), JsonSerializer.Serialize(again));
        Assert.Equal("hm", again.Comments[0].Text.Plain);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"workItem":{"id":7,"fields":{"System.State":"New"}}}""")]
    [InlineData("not JSON")]
    public async Task What_cannot_be_read_again_is_null(string json)
    {
        await using var azure = new SmallAzure();
        Assert.Null((await azure.Described()).Read(new ItemPayload("7", Encoding.UTF8.GetBytes(json))));
    }

    private static string Fields(string fields, string more = "") =>
        $$$"""{"id":7,"rev":2,"fields":{"System.State":"New","System.TeamProject":"Shop","System.CreatedDate":"2026-01-05T09:00:00Z",{{{fields.Trim()}}}}{{{more}}}}""";

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
