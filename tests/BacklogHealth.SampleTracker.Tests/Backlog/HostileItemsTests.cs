using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Tests.Routes;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

/// <summary>What is hostile to readers must still be served.</summary>
public class HostileItemsTests
{
    private static readonly SampleBacklog Hostile = SmallBacklog.Make().AddHostileItems("SIM", SmallBacklog.Start);

    [Fact]
    public async Task Jira_Cloud_serves_each_raw_where_it_must()
    {
        await using var sample = await Routes.Sample.Start(Hostile, o => o);
        using var response = await sample.Client.GetAsync(new Uri("rest/api/3/search/jql?jql=project=SIM&fields=*all&maxResults=100&expand=changelog", UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains("\"summary\":\"Half a \\ud83d pair\"", text, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"hologram\"", text, StringComparison.Ordinal);
        Assert.Contains("\"duedate\":\"10000-02-30\"", text, StringComparison.Ordinal);
        Assert.Contains("Before\\u0000after", text, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 2000 });
        Assert.Equal(16, document.RootElement.GetProperty("issues").GetArrayLength());
        var loop = document.RootElement.GetProperty("issues").EnumerateArray().Where(i => i.GetProperty("fields").GetProperty("parent").ValueKind is JsonValueKind.Object).ToList();
        Assert.Equal(loop[0].GetProperty("key").GetString(), loop[1].GetProperty("fields").GetProperty("parent").GetProperty("key").GetString());
    }

    [Theory]
    [InlineData(SampleTrackerKind.JiraDataCenter, "rest/api/2/search?jql=project=SIM&fields=*all&maxResults=100&expand=changelog")]
    [InlineData(SampleTrackerKind.AzureDevOps, "_apis/wit/workitems?$expand=all&ids=30002,30003,30004,30005,30006,30007,30008,30009,30010,30011,30012,30013,30014,30015,30016")]
    public async Task The_other_trackers_serve_them_too(SampleTrackerKind kind, string path)
    {
        await using var sample = await Routes.Sample.Start(Hostile, o => o with { Kind = kind });
        using var response = await sample.Client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Contains("Half a \\ud83d pair", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Histories_and_loops_can_be_asked_for_on_Azure_DevOps()
    {
        await using var sample = await Routes.Sample.StartAzure(Hostile);
        foreach (var id in Enumerable.Range(30002, 15))
        {
            await sample.Get(FormattableString.Invariant($"_apis/wit/workItems/{id}/updates"));
        }
    }

    [Fact]
    public async Task A_huge_description_and_a_long_history_are_served_whole()
    {
        var backlog = SmallBacklog.Make().AddHugeItem("SIM", SmallBacklog.Start, 3_000_000).AddLongHistory("SIM", SmallBacklog.Start, 10_500);
        await using var sample = await Routes.Sample.Start(backlog, o => o);
        var huge = await sample.Client.GetByteArrayAsync(new Uri("rest/api/3/issue/SIM-2", UriKind.Relative));
        Assert.InRange(huge.Length, 3_000_000, 3_100_000);
        Assert.Equal(10_500, (await sample.Get("rest/api/3/issue/SIM-3/changelog")).GetProperty("total").GetInt32());
        await using var azure = await Routes.Sample.StartAzure(backlog);
        Assert.Equal(10_501, (await azure.Get("_apis/wit/workItems/30003")).GetProperty("rev").GetInt32());
        Assert.Equal(200, (await azure.Get("_apis/wit/workItems/30003/updates?$skip=9800")).GetProperty("count").GetInt32());
    }
}
