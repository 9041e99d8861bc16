using System.Text.Json;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraChangeTests
{
    private static readonly JiraFields Ids = SomeFields.All;
    private static readonly DateTimeOffset At = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, FieldValue?, FieldValue?> Changes => new()
    {
        { """{"field":"status","fieldId":"status","from":"10","fromString":"To Do","to":"20","toString":"Doing"}""", FieldNames.State, new("To Do", "10"), new("Doing", "20") },
        { """{"field":"summary","fieldId":"summary","from":null,"fromString":"Old","to":null,"toString":"New  words\n"}""", FieldNames.Title, new("Old"), new("New words") },
        { """{"field":"Sprint","fieldId":"customfield_20","from":"9","fromString":"S1","to":"9,12","toString":"S1, S2"}""", FieldNames.Sprint, new("S1", "9"), new("S1, S2", "9, 12") },
        { """{"field":"Story point estimate","fieldId":"customfield_16","from":null,"fromString":null,"to":null,"toString":"3.0"}""", FieldNames.StoryPoints, null, new("3") },
        { """{"field":"Story Points","fieldId":"customfield_99","from":null,"fromString":"1","to":null,"toString":"2"}""", "Story Points", new("1"), new("2") },
        { """{"field":"Rank","fieldId":"customfield_19","from":"","fromString":"","to":"","toString":"Ranked higher"}""", FieldNames.Rank, null, new("Ranked higher") },
        { """{"field":"IssueParentAssociation","from":"10002","fromString":"CHK-2","to":"10003","toString":"CHK-3"}""", FieldNames.Parent, new("CHK-2", "10002"), new("CHK-3", "10003") },
        { """{"field":"Epic Link","fieldId":"customfield_14","from":null,"fromString":null,"to":"10003","toString":"CHK-3"}""", FieldNames.Parent, null, new("CHK-3", "10003") },
        { """{"field":"Parent","from":null,"fromString":null,"to":"10003","toString":"CHK-3"}""", FieldNames.Parent, null, new("CHK-3", "10003") },
        { """{"field":"resolution","fieldId":"resolution","from":null,"fromString":null,"to":"10000","toString":"Done"}""", FieldNames.Resolution, null, new("Done", "10000") },
        { """{"field":"Key","from":null,"fromString":"CHK-1","to":null,"toString":"PAY-1"}""", FieldNames.Key, new("CHK-1"), new("PAY-1") },
        { """{"field":"labels","fieldId":"labels","from":"","fromString":"a","to":"","toString":"a b"}""", FieldNames.Labels, new("a"), new("a b") },
        { """{"field":"Fix Version","fieldId":"fixVersions","from":null,"fromString":null,"to":"5","toString":"2.0"}""", FieldNames.FixVersion, null, new("2.0", "5") },
        { """{"field":"duedate","fieldId":"duedate","from":null,"fromString":null,"to":"2026-06-30","toString":"2026-06-30 00:00:00.0"}""", FieldNames.Due, null, new("2026-06-30") },
        { """{"field":"duedate","fieldId":"duedate","from":null,"fromString":"2026-06-30 00:00:00.0","to":null,"toString":null}""", FieldNames.Due, new("2026-06-30"), null },
        { """{"field":"priority","fieldId":"priority","from":"3","fromString":"Medium","to":"2","toString":"High"}""", FieldNames.Priority, new("Medium", "3"), new("High", "2") },
        { """{"field":"issuetype","fieldId":"issuetype","from":"1","fromString":"Task","to":"2","toString":"Story"}""", FieldNames.Type, new("Task", "1"), new("Story", "2") },
        { """{"field":"Severity","fieldId":"customfield_77","from":"1","fromString":"Low","to":"2","toString":"High"}""", "Severity", new("Low", "1"), new("High", "2") },
        { """{"field":"assignee","fieldId":"assignee","from":"a-1","fromString":"Mia Krystof","to":"a-2","toString":"Jo Doe"}""", "assignee", new("a-1", "a-1"), new("a-2", "a-2") },
        { """{"field":"reporter","from":null,"fromString":"Mia Krystof","to":null,"toString":"Jo Doe"}""", "reporter", null, null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_read_under_the_name_that_the_product_has_for_it(string json, string field, FieldValue? from, FieldValue? to) =>
        Assert.Equal(new FieldChange(At, field, from, to, "a-9"), Read(json));

    [Fact]
    public void Texts_keep_their_structure()
    {
        var change = Read("""{"field":"description","fieldId":"description","from":null,"fromString":null,"to":null,"toString":"One\nTwo"}""")!;
        Assert.Equal(FieldNames.Description, change.Field);
        Assert.Equal(2, change.To!.AsStructuredText().Spans.Length);
    }

    [Fact]
    public void Huge_values_of_other_fields_are_cut_and_never_inside_a_character()
    {
        var change = Read($$"""{"field":"Report","toString":"{{new string('x', 19_999)}}\ud83d\ude00{{new string('y', 50)}}"}""")!;
        Assert.Equal(new string('x', 19_999), change.To!.Text);
    }

    [Fact]
    public void A_change_without_a_field_is_none() => Assert.Null(Read("""{"from":"1"}"""));

    private static FieldChange? Read(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return JiraChange.Read(JiraHistoryItem.Of(parsed.RootElement), At, "a-9", JiraCloud.Instance, Ids);
    }
}
