using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Storage;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>Our account loses a right. What it may not see any more is neither deleted nor done.</summary>
public sealed class ItemsThatMayNotBeSeenTests
{
    [Fact]
    [Trait("Case", "14")]
    public async Task Items_that_the_tracker_says_are_forbidden_are_left_out_with_a_count_and_come_back()
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.JiraDataCenter);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();
        string[] hidden = [.. sample.Backlog.Loose().Take(3).Select(i => i.Id)];

        sample.Change(b => b.Hide(hidden));
        for (var again = 0; again < 3; again++)
        {
            Assert.True(await sample.Sync() == 0, sample.Told);
            Assert.Equal((57, 0, 3), (sample.Number("stored"), sample.Number("removed"), sample.Number("notVisible")));
            Assert.Contains("3 not visible to the account", sample.Told, StringComparison.Ordinal);
        }

        await sample.HoldsAll();
        var stored = await sample.Stored();
        Assert.All(hidden, id => Assert.Equal((true, null), (stored[id].NotVisibleSince is not null, stored[id].RemovedAt)));
        Assert.Empty((await Open(sample)).Intersect(hidden));

        sample.Change(b => b.Show(hidden));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("notVisible"));
        Assert.Equal(state, await sample.State());
    }

    [Fact]
    [Trait("Case", "14")]
    public async Task Where_not_one_item_of_the_project_can_be_seen_the_right_that_is_missing_is_named()
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.AzureDevOps);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();
        string[] all = [.. sample.Project.Items.Select(i => i.Id)];

        sample.Change(b => b.Hide(all));
        Assert.True(await sample.Sync() == 3, sample.Told);
        Assert.Equal((0, 60), (sample.Number("removed"), sample.Number("notVisible")));
        Assert.Contains("60 of 60 stored items cannot be seen any more, since the account lacks the permission", Assert.Single(sample.Problems), StringComparison.Ordinal);

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((0, 60), (sample.Number("removed"), sample.Number("notVisible")));
        Assert.Contains("60 not visible to the account", sample.Told, StringComparison.Ordinal);

        Assert.All((await sample.Stored()).Values, i => Assert.Equal((true, null), (i.NotVisibleSince is not null, i.RemovedAt)));
        Assert.Empty(await Open(sample));

        sample.Change(b => b.Show(all));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(state, await sample.State());
    }

    [Theory]
    [Trait("Case", "14")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task Without_the_right_to_browse_the_project_nothing_is_listed_and_nothing_is_touched(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();

        await sample.Serve(serve: o => o with { DeniedPermissions = ["BROWSE_PROJECTS"] });
        Assert.Equal(4, await sample.Sync());
        Assert.Equal(
            $"{sample.Where}: the account may not browse project 'CHK'. Expected the permission \"Browse projects\", without which the tracker shows an empty backlog. Ask an administrator of the project for the permission \"Browse projects\", or set Connections:0:{EachKind.Credentials(kind)} for an account that has it.\n",
            sample.Told);
        Assert.Equal(state, await sample.State());
        Assert.All((await sample.Stored()).Values, i => Assert.Equal((null, null), (i.NotVisibleSince, i.RemovedAt)));

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(state, await sample.State());
    }

    [Theory]
    [Trait("Case", "14")]
    [InlineData(SampleTrackerKind.JiraCloud)]
    [InlineData(SampleTrackerKind.AzureDevOps)]
    public async Task Where_the_tracker_does_not_tell_forbidden_from_deleted_the_item_comes_back_with_its_right_and_its_history(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();
        var hidden = sample.Backlog.Loose()[0].Id;

        sample.Change(b => b.Hide(hidden));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("removed"));
        Assert.True(await sample.Sync() == 0, sample.Told);
        await sample.HoldsAll();

        sample.Change(b => b.Show(hidden));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(state, await sample.State());
    }

    private static async Task<List<string>> Open(SyncedSample sample) => await sample.Ask(async store =>
    {
        var ids = new List<string>();
        await foreach (var past in store.Items("Checkout", null, ItemChoice.Open))
        {
            ids.Add(past.Item.Id);
        }

        return ids;
    });
}
