using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureHistoryTests
{
    private const string Born = """{"id":1,"rev":1,"revisedDate":"2026-01-06T09:00:00Z","fields":{"System.ChangedDate":{"newValue":"2026-01-05T09:00:00Z"},"System.WorkItemType":{"newValue":"User Story"},"System.State":{"newValue":"New"},"System.TeamProject":{"newValue":"Shop"},"System.Title":{"newValue":"Pay"},"System.IterationId":{"newValue":10},"System.IterationPath":{"newValue":"Shop"}}}""";

    [Fact]
    public async Task The_instant_of_a_change_is_its_own_and_not_that_of_the_next_revision()
    {
        await using var azure = new SmallAzure();
        azure.With(
            Item(3, "Active"),
            Born,
            Update(2, 2, "2026-01-06T09:00:00Z", "2026-01-09T09:00:00Z", "\"System.State\":{\"oldValue\":\"New\",\"newValue\":\"Active\"}"),
            Update(3, 3, "2026-01-09T09:00:00Z", "9999-01-01T00:00:00Z", "\"System.Title\":{\"oldValue\":\"Pay\",\"newValue\":\"Pay by  card\"}"));
        var item = await azure.Item();
        Assert.Equal(
            [new(At("2026-01-06"), FieldNames.State, new("New", "New"), new("Active", "Active"), "who-1"), new FieldChange(At("2026-01-09"), FieldNames.Title, new("Pay"), new("Pay by card"), "who-1")],
            item.Changes);
        Assert.True(item.HistoryComplete);
    }

    [Fact]
    public async Task A_revision_without_its_own_instant_began_when_the_one_before_it_ended()
    {
        await using var azure = new SmallAzure();
        azure.With(Item(2, "Active"), Born, """{"id":2,"rev":2,"revisedDate":"9999-01-01T00:00:00Z","fields":{"System.State":{"oldValue":"New","newValue":"Active"}}}""");
        var item = await azure.Item();
        Assert.Equal(At("2026-01-06"), Assert.Single(item.Changes).At);
        Assert.True(item.HistoryComplete);
    }

    [Fact]
    public async Task A_change_of_links_alone_has_its_own_instant_and_no_revision()
    {
        await using var azure = new SmallAzure();
        azure.With(
            Item(1, "New", relations: """{"rel":"System.LinkTypes.Hierarchy-Reverse","url":"https://dev.azure.com/acme/_apis/wit/workItems/3"}"""),
            Born,
            """{"id":2,"rev":1,"revisedDate":"2026-01-05T10:00:00Z","revisedBy":{"id":"who-2"},"relations":{"added":[{"rel":"System.LinkTypes.Hierarchy-Reverse","url":"https://dev.azure.com/acme/_apis/wit/workItems/2"}]}}""",
            """{"id":3,"rev":1,"revisedDate":"2026-01-05T11:00:00Z","revisedBy":{"id":"who-2"},"relations":{"removed":[{"rel":"System.LinkTypes.Hierarchy-Reverse","url":"https://dev.azure.com/acme/_apis/wit/workItems/2"}]}}""",
            """{"id":4,"rev":1,"revisedDate":"9999-01-01T00:00:00Z","relations":{"added":[{"rel":"System.LinkTypes.Hierarchy-Reverse","url":"https://dev.azure.com/acme/_apis/wit/workItems/3"},{"rel":"System.LinkTypes.Related","url":"https://dev.azure.com/acme/_apis/wit/workItems/99"}]}}""");
        var item = await azure.Item();
        Assert.Equal(
            [
                new(At("2026-01-05T10:00"), FieldNames.Parent, null, new("2", "2"), "who-2"),
                new(At("2026-01-05T11:00"), FieldNames.Parent, new("2", "2"), null),
                new FieldChange(At("2026-01-05T11:00"), FieldNames.Parent, null, new("3", "3")),
            ],
            item.Changes);
        Assert.Equal(("3", "3"), (item.ParentId, item.ParentKey));
        Assert.True(item.HistoryComplete);
    }

    [Fact]
    public async Task A_parent_that_a_field_tells_is_read_once()
    {
        await using var azure = new SmallAzure();
        azure.With(
            Item(2, "New", """,  "System.Parent":3"""),
            Born,
            """{"id":2,"rev":2,"revisedDate":"9999-01-01T00:00:00Z","fields":{"System.ChangedDate":{"newValue":"2026-01-06T09:00:00Z"},"System.Parent":{"newValue":3}},"relations":{"added":[{"rel":"System.LinkTypes.Hierarchy-Reverse","url":"https://dev.azure.com/acme/_apis/wit/workItems/3"}]}}""");
        var item = await azure.Item();
        Assert.Equal(new FieldChange(At("2026-01-06"), FieldNames.Parent, null, new("3", "3")), Assert.Single(item.Changes));
        Assert.Equal("3", item.ParentId);
    }

    [Fact]
    public async Task A_sprint_that_is_left_before_its_last_day_is_not_one_that_the_item_has_been_in()
    {
        await using var azure = new SmallAzure();
        azure.With(
            Item(4, "New", """, "System.IterationId":12,"System.IterationPath":"Shop\\Sprint 2" """),
            Born,
            Update(2, 2, "2026-01-06T09:00:00Z", "2026-01-07T09:00:00Z", Iteration(10, 13)),
            Update(3, 3, "2026-01-07T09:00:00Z", "2026-01-16T15:00:00Z", Iteration(13, 11)),
            Update(4, 4, "2026-01-16T15:00:00Z", "9999-01-01T00:00:00Z", Iteration(11, 12)));
        var item = await azure.Item();
        Assert.Equal(["11", "12"], item.SprintIds);
        Assert.Equal(
            [(null, "13"), ("13", "11"), ("11", "11, 12")],
            item.Changes.Where(c => c.Field == FieldNames.Sprint).Select(c => (c.From?.Id, c.To?.Id)));
        Assert.Equal("Sprint 1, Sprint 2", item.Changes[^1].To!.Text);
        Assert.Equal(["13"], PastState.Rebuild(item, At("2026-01-06T12:00"))!.Item.SprintIds);
    }

    [Fact]
    public async Task An_item_that_goes_back_to_the_backlog_has_left_its_sprint()
    {
        await using var azure = new SmallAzure();
        azure.With(Item(3, "New", """, "System.IterationId":10"""), Born, Update(2, 2, "2026-01-06T09:00:00Z", "2026-01-07T09:00:00Z", Iteration(10, 11)), Update(3, 3, "2026-01-07T09:00:00Z", "9999-01-01T00:00:00Z", Iteration(11, 10)));
        var item = await azure.Item();
        Assert.Empty(item.SprintIds);
        Assert.Equal([(null, "11"), ("11", null)], item.Changes.Select(c => (c.From?.Id, c.To?.Id)));
    }

    [Fact]
    public async Task Each_field_that_the_product_knows_has_its_history_under_the_products_name()
    {
        await using var azure = new SmallAzure(AzureProcess.Cmmi);
        azure.With(
            Item(2, "Active", """, "System.Tags":"red; not urgent","Microsoft.VSTS.CMMI.Blocked":"Yes" """, type: "Requirement"),
            Born.Replace("User Story", "Requirement", StringComparison.Ordinal).Replace("\"New\"", "\"Proposed\"", StringComparison.Ordinal),
            Update(2, 2, "2026-01-06T09:00:00Z", "9999-01-01T00:00:00Z", """
                "System.State":{"oldValue":"Proposed","newValue":"Active"},
                "Microsoft.VSTS.Scheduling.Size":{"newValue":5.50},
                "Microsoft.VSTS.Common.StackRank":{"newValue":1000},
                "Microsoft.VSTS.Common.Priority":{"oldValue":2,"newValue":1},
                "Microsoft.VSTS.Scheduling.DueDate":{"newValue":"2026-03-14T23:00:00Z"},
                "System.Tags":{"oldValue":"red","newValue":"red; not urgent"},
                "Microsoft.VSTS.CMMI.Blocked":{"newValue":"Yes"},
                "System.AreaPath":{"oldValue":"Shop","newValue":"Shop\\Red"},
                "System.Description":{"newValue":"<p>We need <b>it</b></p>"},
                "System.AssignedTo":{"newValue":{"displayName":"Jo Doe","id":"who-3","uniqueName":"jo@acme.example","descriptor":"aad.x"}},
                "Custom.Risk":{"oldValue":"low","newValue":"high"},
                "System.BoardColumn":{"oldValue":"a","newValue":"b"},"WEF_1_Kanban.Column":{"newValue":"b"},"System.Watermark":{"newValue":9}
                """));
        var changes = (await azure.Item()).Changes.ToDictionary(c => c.Field, c => (From: c.From?.Text, To: c.To?.Text));
        Assert.Equal(
            new Dictionary<string, (string?, string?)>
            {
                [FieldNames.State] = ("Proposed", "Active"),
                [FieldNames.StoryPoints] = (null, "5.5"),
                [FieldNames.Rank] = (null, "C08F400000000000"),
                [FieldNames.Priority] = ("2", "1"),
                [FieldNames.Due] = (null, "2026-03-15"),
                [FieldNames.Labels] = ("red", "red not\u00A0urgent"),
                [FieldNames.Flagged] = (null, "Blocked"),
                [FieldNames.Team] = ("Shop", @"Shop\Red"),
                [FieldNames.Description] = (null, "We need it"),
                ["System.AssignedTo"] = (null, "who-3"),
                ["Custom.Risk"] = ("low", "high"),
            },
            changes);
    }

    [Fact]
    public async Task A_move_between_projects_is_told_with_the_state_that_it_resets()
    {
        await using var azure = new SmallAzure();
        azure.With(
            Item(3, "New"),
            Born.Replace("\"newValue\":\"Shop\"", "\"newValue\":\"Old Shop\"", StringComparison.Ordinal),
            Update(2, 2, "2026-01-06T09:00:00Z", "2026-01-09T09:00:00Z", "\"System.State\":{\"oldValue\":\"New\",\"newValue\":\"Closed\"}"),
            Update(3, 3, "2026-01-09T09:00:00Z", "9999-01-01T00:00:00Z", "\"System.TeamProject\":{\"oldValue\":\"Old Shop\",\"newValue\":\"Shop\"},\"System.State\":{\"oldValue\":\"Closed\",\"newValue\":\"New\"}"));
        var item = await azure.Item();
        var moved = item.Changes.Where(c => c.At == At("2026-01-09")).ToList();
        Assert.Equal([FieldNames.Project, FieldNames.State], moved.Select(c => c.Field));
        Assert.Equal(("Old Shop", "Shop"), (moved[0].From!.Text, moved[0].To!.Text));
        Assert.Equal("7", item.Id);
        Assert.Equal([("New", false), ("Closed", false), ("New", true)], ItemHistories.Of(item).States.Select(s => (s.StateName, s.Reset)));
        Assert.Equal("Old Shop", PastState.Rebuild(item, At("2026-01-08"))!.Item.Project);
    }

    [Fact]
    public async Task A_change_of_type_is_told_with_what_the_types_are_for()
    {
        await using var azure = new SmallAzure(AzureProcess.Basic);
        azure.With(
            Item(2, "To Do", type: "Epic"),
            Born.Replace("User Story", "Issue", StringComparison.Ordinal).Replace("\"New\"", "\"Doing\"", StringComparison.Ordinal),
            Update(2, 2, "2026-01-09T09:00:00Z", "9999-01-01T00:00:00Z", "\"System.WorkItemType\":{\"oldValue\":\"Issue\",\"newValue\":\"Epic\"},\"System.State\":{\"oldValue\":\"Doing\",\"newValue\":\"To Do\"}"));
        var item = await azure.Item();
        var before = PastState.Rebuild(item, At("2026-01-08"))!;
        Assert.Equal([FieldNames.Kind, FieldNames.Type, FieldNames.State], item.Changes.Select(c => c.Field));
        Assert.Equal((WorkItemKind.Epic, "Issue", WorkItemKind.Story, "Doing", 0), (item.Kind, before.Item.Type, before.Item.Kind, before.Item.OriginalState, before.NotRebuilt.Length));
        Assert.Equal([false, true], ItemHistories.Of(item).States.Select(s => s.Reset));
    }

    [Fact]
    public async Task Why_an_item_was_finished_follows_its_states()
    {
        await using var azure = new SmallAzure();
        azure.With(
            Item(3, "New"),
            Born,
            Update(2, 2, "2026-01-06T09:00:00Z", "2026-01-09T09:00:00Z", "\"System.State\":{\"oldValue\":\"New\",\"newValue\":\"Closed\"},\"System.Reason\":{\"oldValue\":\"New\",\"newValue\":\"Duplicate\"}"),
            Update(3, 3, "2026-01-09T09:00:00Z", "9999-01-01T00:00:00Z", "\"System.State\":{\"oldValue\":\"Closed\",\"newValue\":\"New\"},\"System.Reason\":{\"oldValue\":\"Duplicate\",\"newValue\":\"Reactivated\"}"));
        var item = await azure.Item();
        Assert.Equal([(null, "Duplicate"), ("Duplicate", null)], item.Changes.Where(c => c.Field == FieldNames.Resolution).Select(c => (c.From?.Text, c.To?.Text)));
        Assert.Null(item.Resolution);
        Assert.Equal("Duplicate", PastState.Rebuild(item, At("2026-01-08"))!.Item.Resolution);
    }

    public static TheoryData<string, string[]> Incomplete => new()
    {
        { "the first update is missing", [Update(2, 2, "2026-01-06T09:00:00Z", "9999-01-01T00:00:00Z", "\"System.State\":{\"oldValue\":\"New\",\"newValue\":\"Active\"}")] },
        { "the last update is missing", [Born] },
        { "a change of state is missing", [Born, Update(2, 2, "2026-01-06T09:00:00Z", "9999-01-01T00:00:00Z", "\"System.State\":{\"oldValue\":\"Resolved\",\"newValue\":\"Active\"}")] },
        { "the last state is another", [Born, Update(2, 2, "2026-01-06T09:00:00Z", "9999-01-01T00:00:00Z", "\"System.State\":{\"oldValue\":\"New\",\"newValue\":\"Closed\"}")] },
        { "an instant is missing", [Born.Replace("2026-01-06T09:00:00Z", "9999-01-01T00:00:00Z", StringComparison.Ordinal), Update(2, 2, "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "\"System.State\":{\"oldValue\":\"New\",\"newValue\":\"Active\"}")] },
        { "there are no updates", [] },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task A_history_with_a_hole_is_marked(string hole, string[] updates)
    {
        await using var azure = new SmallAzure();
        azure.With(Item(2, "Active"), updates);
        Assert.False((await azure.Item()).HistoryComplete, hole);
    }

    [Fact]
    public async Task What_happened_behind_the_items_revision_is_left_to_the_next_time()
    {
        await using var azure = new SmallAzure();
        azure.With(Item(1, "New"), Born, Update(2, 2, "2026-01-06T09:00:00Z", "9999-01-01T00:00:00Z", "\"System.State\":{\"oldValue\":\"New\",\"newValue\":\"Active\"}"));
        var item = await azure.Item();
        Assert.Empty(item.Changes);
        Assert.True(item.HistoryComplete);
        Assert.Equal("1", item.Stamp);
    }

    internal static string Item(int revision, string state, string fields = "", string relations = "", string type = "User Story") =>
        $$"""{"id":7,"rev":{{revision.ToString(CultureInfo.InvariantCulture)}},"fields":{"System.TeamProject":"Shop","System.WorkItemType":"{{type}}","System.State":"{{state}}","System.CreatedDate":"2026-01-05T09:00:00Z","System.ChangedDate":"2026-01-09T09:00:00Z"{{fields}}},"relations":[{{relations}}]}""";

    internal static string Update(int id, int revision, string at, string revised, string fields) =>
        $$$"""{"id":{{{id.ToString(CultureInfo.InvariantCulture)}}},"workItemId":7,"rev":{{{revision.ToString(CultureInfo.InvariantCulture)}}},"revisedBy":{"id":"who-1","displayName":"Jo Doe","uniqueName":"jo@acme.example"},"revisedDate":"{{{revised}}}","fields":{"System.Rev":{"oldValue":{{{(revision - 1).ToString(CultureInfo.InvariantCulture)}}},"newValue":{{{revision.ToString(CultureInfo.InvariantCulture)}}}},"System.ChangedDate":{"newValue":"{{{at}}}"},{{{fields}}}}}""";

    private static string Iteration(int from, int to) => $$"""
        "System.IterationId":{"oldValue":{{from.ToString(CultureInfo.InvariantCulture)}},"newValue":{{to.ToString(CultureInfo.InvariantCulture)}}},"System.IterationPath":{"oldValue":"a path of old","newValue":"a path of new"}
        """;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse($"{text}{(text.Contains('T', StringComparison.Ordinal) ? "" : "T09:00")}Z", CultureInfo.InvariantCulture);
}
