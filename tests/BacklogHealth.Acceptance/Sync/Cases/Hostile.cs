using System.Text.Json.Nodes;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>A small backlog with hostile items in it, pulled once.</summary>
internal static class Hostile
{
    /// <summary>When the hostile items were created.</summary>
    public static readonly DateTimeOffset At = SampleRun.MondayMorning.AddDays(-40);

    /// <summary>Pulls it; the pull must be whole.</summary>
    /// <param name="kind">From which tracker.</param>
    /// <param name="edit">Changes it further before it is served.</param>
    public static async Task<SyncedSample> Pulled(SampleTrackerKind kind, Func<SampleBacklog, SampleBacklog>? edit = null)
    {
        var sample = await SyncedSample.Start(kind, edit: b =>
        {
            var hostile = SyncedSample.Small(b, 12);
            hostile = hostile.AddHostileItems(hostile.Projects[0].Key, At);
            hostile = hostile.Nested(150);
            return edit is null ? hostile : edit(hostile);
        });
        try
        {
            Assert.True(await sample.Sync() == 0, sample.Told);
            Assert.Empty(sample.Problems);
            Assert.Equal(sample.Project.Items.Length, (await sample.Stored()).Count);
            return sample;
        }
        catch
        {
            await sample.DisposeAsync();
            throw;
        }
    }

    /// <summary>The backlog with its deepest document of Jira Cloud so many quotations deep.</summary>
    public static SampleBacklog Nested(this SampleBacklog backlog, int depth) => backlog.With(
        backlog.Projects[0].Items.Single(i => i.Labels.Contains("deep-nesting")).Id,
        i => i with
        {
            RawFields = i.RawFields.SetItem(
                "cloud:description",
                $"{string.Concat(Enumerable.Repeat("{\"type\":\"blockquote\",\"content\":[", depth))}{{\"type\":\"text\",\"text\":\"At the bottom\"}}{string.Concat(Enumerable.Repeat("]}", depth))}"),
        });

    /// <summary>The stored item that stands for one kind of hostile content.</summary>
    public static async Task<WorkItem> Labelled(this SyncedSample sample, string label)
    {
        var id = sample.Project.Items.Single(i => i.Labels.Contains(label)).Id;
        return (await sample.Stored())[id];
    }

    /// <summary>Every stored item as <c>export --jsonl</c> gives it, by id.</summary>
    public static async Task<Dictionary<string, JsonObject>> Exported(this SyncedSample sample, params string[] options)
    {
        var (code, output) = await sample.Run(["export", "--jsonl", .. options]);
        Assert.True(code == 0, sample.Told);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject()).ToDictionary(i => i["id"]!.GetValue<string>(), StringComparer.Ordinal);
    }

    /// <summary>Makes every report in every format; gives their texts by file name.</summary>
    public static async Task<Dictionary<string, string>> Reports(this SyncedSample sample)
    {
        var folder = Path.Combine(Path.GetDirectoryName(sample.ConfigFile)!, "reports");
        var (code, _) = await sample.Run("report", "all", "--format", "html,md,json", "--out", folder);
        Assert.True(code == 0, sample.Told);
        var reports = Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
        Assert.Equal(15, reports.Count);
        Assert.All(reports.Values, r => Assert.NotEmpty(r));
        return reports;
    }
}
