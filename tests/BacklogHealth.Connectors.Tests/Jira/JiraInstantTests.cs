using System.Text.Json;
using BacklogHealth.Connectors.Jira;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraInstantTests
{
    [Theory]
    [InlineData("\"2026-01-05T10:12:33.000+0100\"", "2026-01-05T09:12:33.0000000+00:00")]
    [InlineData("\"2026-01-05T10:12:33.000+01:00\"", "2026-01-05T09:12:33.0000000+00:00")]
    [InlineData("\"2026-01-05T10:12:33.000Z\"", "2026-01-05T10:12:33.0000000+00:00")]
    [InlineData("1767600000000", "2026-01-05T08:00:00.0000000+00:00")]
    [InlineData("1492070429", "2017-04-13T08:00:29.0000000+00:00")]
    [InlineData("\"10000-01-01T00:00:00.000Z\"", null)]
    [InlineData("\"0000-00-00\"", null)]
    [InlineData("1e300", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Instants_are_read_in_every_form_that_jira_gives(string json, string? instant)
    {
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal(instant, JiraInstant.Of(parsed.RootElement)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-06-30", "2026-06-30")]
    [InlineData("2026-06-30 00:00:00.0", "2026-06-30")]
    [InlineData("30.06.2026", null)]
    [InlineData("10000-01-01", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Days_are_read_without_their_time(string? text, string? day) =>
        Assert.Equal(day, JiraInstant.Day(text)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
}
