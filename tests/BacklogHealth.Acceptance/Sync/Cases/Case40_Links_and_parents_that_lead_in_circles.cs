using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class LinksThatLeadInCirclesTests
{
    [Theory]
    [Trait("Case", "40")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task They_are_stored_and_every_command_comes_to_an_end(SampleTrackerKind kind)
    {
        await using var sample = await Hostile.Pulled(kind, b =>
        {
            // A Data Center knows parents of sub-tasks alone.
            b = b.Projects[0].Items.TakeLast(8).Aggregate(b, (all, item) => all.With(item.Id, i => i with { Type = "Sub-task" }));

            // Two are each other's parent already. Three more in a ring, and one that is its own; and links in a ring.
            var ids = b.Projects[0].Items.TakeLast(8).Take(4).Select(i => i.Id).ToList();
            b = b.With(ids[0], i => i with { ParentId = ids[1] }).With(ids[1], i => i with { ParentId = ids[2] }).With(ids[2], i => i with { ParentId = ids[0] }).With(ids[3], i => i with { ParentId = i.Id });
            return b.Link(ids[0], "blocks", ids[1], Hostile.At.AddDays(1)).Link(ids[1], "blocks", ids[2], Hostile.At.AddDays(1)).Link(ids[2], "blocks", ids[0], Hostile.At.AddDays(1));
        });
        var (one, other) = (await sample.Labelled("parent-loop"), await sample.Labelled("self-link"));
        Assert.Equal((other.Id, one.Id), (one.ParentId, other.ParentId));
        Assert.Contains(other.Links, l => l.OtherKey == one.Key || l.OtherKey == other.Key);

        // A promise that stands for all that is below an item of the circle.
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(sample.ConfigFile))!.AsObject();
        settings["Deliveries"] = new JsonArray(new JsonObject { ["Name"] = "The circle", ["Items"] = new JsonArray(one.Key), ["Due"] = "2027-03-01" });
        await File.WriteAllTextAsync(sample.ConfigFile, settings.ToJsonString());
        await Ends(sample, one.Key);
        Assert.Contains((await sample.Reports()).Values, r => r.Contains("The circle", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Case", "40")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Two_thousand_links_are_all_stored(SampleTrackerKind kind)
    {
        const int Links = 2000;
        await using var sample = await SyncedSample.Start(kind, edit: b => Linked(SyncedSample.Small(b, 8), Links));
        Assert.True(await sample.Sync() == 0, sample.Told);
        var item = (await sample.Stored())[sample.Project.Items[^1].Id];
        Assert.Equal(Links, item.Links.Count(l => l.Relation.Contains("relate", StringComparison.OrdinalIgnoreCase)));
        await Ends(sample, item.Key);
    }

    // The other items are in another project, which is not pulled.
    private static SampleBacklog Linked(SampleBacklog backlog, int links)
    {
        var at = Hostile.At;
        backlog = backlog.AddMany(backlog.Projects[0].Key, 1, at).AddMany(backlog.Projects[1].Key, links, at);
        var keys = backlog.Projects[1].Items.TakeLast(links).Select(i => i.Key);
        return backlog.With(backlog.Projects[0].Items[^1].Id, i => i with { Links = [.. keys.Select(k => new SampleLink("relates to", k))] });
    }

    private static async Task Ends(SyncedSample sample, string key)
    {
        Assert.Equal(15, (await sample.Reports()).Count);
        foreach (var command in (string[][])[["explain", key], ["score"], ["export", "--csv"]])
        {
            Assert.True((await sample.Run(command)).Code == 0, sample.Told);
        }

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("fetched"));
    }
}
