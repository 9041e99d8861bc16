using System.Text.Json;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraHistoryTests
{
    [Fact]
    public void Changes_stand_by_time_and_then_by_number_and_none_stands_twice()
    {
        using var json = JsonDocument.Parse("""
            [{"id":"100","created":1767600000000,"items":[{"field":"c"},{"field":"d"}]},
             {"id":"99","created":1767600000000,"items":[{"field":"b"}]},
             {"id":"200","created":1767500000000,"items":[{"field":"a"}]},
             {"id":"99","created":1767600000000,"items":[{"field":"b"}]},
             {"id":"150","created":1767600000000,"items":[]}]
            """);
        var (changes, all) = JiraHistory.Read([.. json.RootElement.EnumerateArray().Select(JiraHistoryEntry.Of)], JiraCloud.Instance, JiraFields.None);
        Assert.Equal(["a", "b", "c", "d"], changes.Select(c => c.Field));
        Assert.True(all);
    }

    [Theory]
    [InlineData("\"10000-01-01\"")]
    [InlineData("null")]
    public void A_change_at_an_instant_that_cannot_be_read_is_left_out_and_told(string instant)
    {
        using var json = JsonDocument.Parse($$"""[{"id":"1","created":{{instant}},"items":[{"field":"a"}]},{"id":"2","created":1767600000000,"items":[{"field":"b"}]}]""");
        var (changes, all) = JiraHistory.Read([.. json.RootElement.EnumerateArray().Select(JiraHistoryEntry.Of)], JiraCloud.Instance, JiraFields.None);
        Assert.Equal("b", Assert.Single(changes).Field);
        Assert.False(all);
    }

    [Fact]
    public void A_move_that_maps_the_status_resets_it_and_names_the_project_by_the_key()
    {
        using var json = JsonDocument.Parse("""
            [{"id":"1","created":1767700000000,"items":[{"field":"status","from":"1","fromString":"To Do","to":"3","toString":"Done"}]},
             {"id":"2","created":1767800000000,"items":[
                {"field":"project","from":"10","fromString":"Online Shop","to":"11","toString":"Payments"},
                {"field":"Key","from":null,"fromString":"SHOP-3","to":null,"toString":"PAY-7"},
                {"field":"status","from":"3","fromString":"Done","to":"1","toString":"To Do"}]}]
            """);
        var item = A.WorkItem("PAY-7") with { Changes = JiraHistory.Read([.. json.RootElement.EnumerateArray().Select(JiraHistoryEntry.Of)], JiraCloud.Instance, JiraFields.None).Changes };
        Assert.Equal([("To Do", false), ("Done", false), ("To Do", true)], ItemHistories.Of(item).States.Select(s => (s.StateName, s.Reset)));
        var before = PastState.Rebuild(item, DateTimeOffset.FromUnixTimeMilliseconds(1767800000000))!;
        Assert.Equal(("SHOP-3", "SHOP", "Done", 0), (before.Item.Key, before.Item.Project, before.Item.OriginalState, before.NotRebuilt.Length));
    }

    [Theory]
    [InlineData("", "20", true)]
    [InlineData("10>20", "20", true)]
    [InlineData("10>20 20>30", "30", true)]
    [InlineData("10>20 20>30", "20", false)]
    [InlineData("10>20 25>30", "30", false)]
    [InlineData("10>20 >30", "30", true)]
    public void States_fit_together_or_something_is_missing(string changes, string now, bool fits)
    {
        static FieldValue? Value(string id) => id.Length == 0 ? null : new(id, id);
        var read = changes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('>')).Select(c => new FieldChange(default, FieldNames.State, Value(c[0]), Value(c[1])));
        Assert.Equal(fits, JiraHistory.FitsTogether([.. read], now));
    }
}
