using System.Text.Json;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Core.WorkItems;

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
