using System.Globalization;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.Storage;

namespace BacklogHealth.Acceptance;

/// <summary>Pull and store against the sample tracker over real HTTP: everything arrives, and only what changed is read again.</summary>
public sealed class WholeFlowTests
{
    [Fact]
    public async Task Every_item_arrives_with_its_history()
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        foreach (var project in run.Backlog.Projects)
        {
            var stored = await run.Pull(store, project.Team);
            Assert.True(stored.Pull!.Complete, string.Join(" ", stored.Pull.Problems));
            Assert.Equal(project.Items.Length, stored.Pull.InTracker);
            Assert.Equal(project.Items.Length, stored.Pull.Stored);
            Assert.Equal(0, stored.Pull.Unmapped);

            var items = await Items(store, project.Team);
            Assert.All(project.Items, sample =>
            {
                var item = items[sample.Id];
                Assert.Equal(sample.Key, item.Key);
                Assert.Equal(sample.Title, item.Title);
                Assert.Equal(sample.StatusId, item.StateId);
                Assert.Equal(sample.ParentId, item.ParentId);
                Assert.Equal(sample.StoryPoints, item.StoryPoints);
                Assert.Equal(sample.Rank, item.Rank);
                Assert.Equal(sample.Comments.Length, item.Comments.Length);
                Assert.Equal(sample.SprintIds.Select(i => i.ToString(CultureInfo.InvariantCulture)), item.SprintIds);
                Assert.Equal(sample.Changes.Count(c => c.Field == "status"), item.Changes.Count(c => c.Field == FieldNames.State));
            });
        }
    }

    [Fact]
    public async Task A_second_pull_reads_only_what_changed()
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        var project = run.Backlog.Projects[0];
        await run.Pull(store, project.Team);
        var before = await Items(store, project.Team);

        var next = SampleBacklogGenerator.NextMorning(run.Backlog, SampleRun.MondayMorning.AddMinutes(-5), 1);
        var changed = next.Projects[0].Items.Where(i => run.Backlog.Projects[0].Items.All(o => o != i)).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        run.Server.Replace(next);
        var again = await run.Pull(store, project.Team);

        Assert.NotEmpty(changed);
        Assert.Equal(changed.Count, again.Pull!.Fetched);
        Assert.True(again.Pull.Complete);
        var after = await Items(store, project.Team);
        Assert.Equal(changed.Order(StringComparer.Ordinal), after.Where(a => !before.TryGetValue(a.Key, out var b) || b.Stamp != a.Value.Stamp).Select(a => a.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_changed_means_nothing_is_read()
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        await run.Pull(store, run.Backlog.Projects[0].Team);
        var again = await run.Pull(store, run.Backlog.Projects[0].Team);

        Assert.Equal(0, again.Pull!.Fetched);
        Assert.True(again.Pull.Complete);
    }

    [Fact]
    public async Task A_tracker_that_stumbles_gives_the_same_data_in_the_end()
    {
        await using var calm = await SampleRun.Start();
        await using var calmStore = await calm.OpenStore();
        await calm.Pull(calmStore, "Checkout");

        var faults = FaultScript.When("issue/bulkfetch").Nth(2).Answer(429).RetryAfter(1)
            .AndWhen("changelog/bulkfetch").Nth(1).Answer(503)
            .AndWhen("search/jql").Nth(1).Answer(500);
        await using var rough = await SampleRun.Start(SampleRun.Options with { Faults = faults });
        await using var roughStore = await rough.OpenStore();
        var stored = await rough.Pull(roughStore, "Checkout");

        Assert.True(stored.Pull!.Complete);
        Assert.Equal(await calmStore.DataState("Checkout"), await roughStore.DataState("Checkout"));
    }

    private static async Task<Dictionary<string, WorkItem>> Items(BacklogStore store, string team)
    {
        var items = new Dictionary<string, WorkItem>(StringComparer.Ordinal);
        await foreach (var read in store.Items(team, null, ItemChoice.All))
        {
            items.Add(read.Item.Id, read.Item);
        }

        return items;
    }
}
