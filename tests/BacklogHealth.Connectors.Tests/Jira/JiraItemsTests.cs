using System.Text.Json;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraItemsTests
{
    private static readonly JiraFields Ids = SomeFields.All;

    [Fact]
    public void Every_field_finds_its_place()
    {
        var item = Read("""
            {"id":"10012","key":"CHK-12","fields":{
              "reporter":{"accountId":"a-1"},"creator":{"accountId":"a-2"},"summary":" Pay  by\ncard ","description":"Plain words","issuetype":{"name":"Story","hierarchyLevel":0},"status":{"id":"20","name":"In Progress"},
              "project":{"key":"CHK"},"created":"2026-01-05T10:12:33.500+0100","updated":"2026-02-01T08:00:00.000+0100",
              "parent":{"id":"10002","key":"CHK-2"},"priority":{"name":"High"},"resolution":null,"duedate":"2026-06-30",
              "fixVersions":[{"id":"1","name":"2.0"},{"name":"2.1"}],"labels":["pay","card"],
              "issuelinks":[{"type":{"inward":"is blocked by","outward":"blocks"},"inwardIssue":{"key":"CHK-7"}},
                            {"type":{"inward":"is blocked by","outward":"blocks"},"outwardIssue":{"key":"CHK-8"}},{"type":{}}],
              "attachment":[{"filename":"sketch.png"}],
              "customfield_20":[{"id":12,"name":"S2","startDate":"2026-02-16T09:00:00.000Z"},{"id":9,"name":"S1","startDate":"2026-02-02T09:00:00.000Z"},{"id":13,"name":"S3","state":"future"}],
              "customfield_19":"0|i0001b:","customfield_16":3.0,"customfield_30":"- works"}}
            """);
        Assert.Equal(
            new
            {
                Id = "10012",
                Key = "CHK-12",
                Project = "CHK",
                Type = "Story",
                Kind = WorkItemKind.Story,
                Title = "Pay by card",
                Description = "Plain words",
                Criteria = "- works",
                StateId = "20",
                OriginalState = "In Progress",
                AuthorId = (string?)"a-1",
                Created = new DateTimeOffset(2026, 1, 5, 9, 12, 33, 500, TimeSpan.Zero),
                Updated = new DateTimeOffset(2026, 2, 1, 7, 0, 0, TimeSpan.Zero),
                Stamp = "2026-02-01T08:00:00.000+0100|0|i0001b:",
                ParentId = (string?)"10002",
                ParentKey = (string?)"CHK-2",
                Points = (double?)3,
                Rank = (string?)"0|i0001b:",
                Priority = (string?)"High",
                Resolution = (string?)null,
                Due = (DateOnly?)new DateOnly(2026, 6, 30),
                Versions = "2.0,2.1",
                Labels = "pay,card",
                Sprints = "9,12,13",
                Links = "is blocked by CHK-7,blocks CHK-8",
                Files = "sketch.png",
            },
            new
            {
                item.Id,
                item.Key,
                item.Project,
                item.Type,
                item.Kind,
                item.Title,
                Description = item.Description.Plain,
                Criteria = item.AcceptanceCriteria.Plain,
                item.StateId,
                item.OriginalState,
                item.AuthorId,
                item.Created,
                item.Updated,
                item.Stamp,
                item.ParentId,
                item.ParentKey,
                Points = item.StoryPoints,
                item.Rank,
                item.Priority,
                item.Resolution,
                item.Due,
                Versions = string.Join(',', item.FixVersions),
                Labels = string.Join(',', item.Labels),
                Sprints = string.Join(',', item.SprintIds),
                Links = string.Join(',', item.Links.Select(l => $"{l.Relation} {l.OtherKey}")),
                Files = string.Join(',', item.Attachments),
            });
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"odd\"")]
    [InlineData("{}")]
    public void A_field_of_an_unexpected_kind_never_throws(string odd)
    {
        string[] fields = ["summary", "description", "issuetype", "project", "updated", "parent", "priority", "resolution", "duedate", "fixVersions", "labels", "issuelinks", "attachment", "reporter", "creator", "customfield_20", "customfield_14", "customfield_19", "customfield_16", "customfield_30"];
        var item = Read($$$$"""{"id":"1","key":"CHK-1","fields":{"status":{"id":"20"},"created":"2026-01-05T10:12:33.000Z",{{{{string.Join(',', fields.Select(f => $"\"{f}\":{odd}"))}}}}}}""");
        Assert.Equal(("CHK", "20", WorkItemKind.Other), (item.Project, item.OriginalState, item.Kind));
    }

    [Theory]
    [InlineData("""{"accountId":"a-1"}""", """{"accountId":"a-2"}""", "a-1")]
    [InlineData("null", """{"accountId":"a-2"}""", "a-2")]
    [InlineData("""{"displayName":"Mia Krystof"}""", """{"displayName":"Mia Krystof"}""", null)]
    public void Who_wants_it_is_its_author_before_who_wrote_it_down(string reporter, string creator, string? author) =>
        Assert.Equal(author, Read($$$$"""{"id":"1","key":"CHK-1","fields":{"status":{"id":"20"},"created":"2026-01-05T10:12:33.000Z","reporter":{{{{reporter}}}},"creator":{{{{creator}}}}}}""").AuthorId);

    [Theory]
    [InlineData("""{"key":"CHK-1"}""", "the answer has neither an id nor a key")]
    [InlineData("""{"id":"1","key":"CHK-1"}""", "the answer has no status")]
    [InlineData("""{"id":"1","key":"CHK-1","fields":{"status":{"id":"20"},"created":"10000-01-01"}}""", "the answer has no date that a calendar knows")]
    public void What_an_item_cannot_do_without_is_named(string json, string reason)
    {
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal((null, reason), JiraItems.Read(new JiraParts(parsed.RootElement, [], true, [], []), JiraCloud.Instance, Ids));
    }

    [Theory]
    [InlineData("""{"name":"Geschichte","hierarchyLevel":0}""", WorkItemKind.Other)]
    [InlineData("""{"name":"Epos","hierarchyLevel":1}""", WorkItemKind.Epic)]
    [InlineData("""{"name":"Unteraufgabe","hierarchyLevel":-1}""", WorkItemKind.SubTask)]
    [InlineData("""{"name":"Teil","subtask":true}""", WorkItemKind.SubTask)]
    [InlineData("""{"name":"Bug"}""", WorkItemKind.Bug)]
    public void The_level_of_a_type_says_more_than_its_name(string type, WorkItemKind kind) =>
        Assert.Equal(kind, Read($$$$"""{"id":"1","key":"CHK-1","fields":{"status":{"id":"20"},"created":"2026-01-05T10:12:33.000Z","issuetype":{{{{type}}}}}}""").Kind);

    [Fact]
    public void An_epic_link_gives_the_key_and_the_history_the_id()
    {
        const string Issue = """{"id":"1","key":"CHK-1","fields":{"status":{"id":"20"},"created":"2026-01-05T10:12:33.000Z","customfield_14":"CHK-2"}}""";
        const string Linked = """[{"id":"5","created":1767600000000,"items":[{"field":"Epic Link","fieldId":"customfield_14","from":null,"fromString":null,"to":"10002","toString":"CHK-2"}]}]""";
        Assert.Equal((null, "CHK-2"), (Read(Issue).ParentId, Read(Issue).ParentKey));
        Assert.Equal(("10002", "CHK-2"), (Read(Issue, Linked).ParentId, Read(Issue, Linked).ParentKey));
    }

    private static WorkItem Read(string json, string histories = "[]")
    {
        using var parsed = JsonDocument.Parse(json);
        using var changes = JsonDocument.Parse(histories);
        var (item, reason) = JiraItems.Read(new JiraParts(parsed.RootElement, [.. changes.RootElement.EnumerateArray().Select(JiraHistoryEntry.Of)], true, [], []), JiraCloud.Instance, Ids);
        Assert.Null(reason);
        return item!;
    }
}
