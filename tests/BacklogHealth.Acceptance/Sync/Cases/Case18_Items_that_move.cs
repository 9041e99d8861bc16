using BacklogHealth.Core.WorkItems;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>Items move to another project, or become another type.</summary>
public sealed class ItemsThatMoveTests
{
    [Theory]
    [Trait("Case", "18")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task Within_the_scope_it_stays_one_item_and_its_old_key_still_finds_it(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        await sample.Configure((_, team) => (team["Project"], team["Query"]) = ("", "project in (CHK, FLD)"));
        Assert.True(await sample.Sync() == 0, sample.Told);
        var item = sample.Backlog.Loose()[0];

        sample.Change(b => b.MoveToProject(item.Id, "FLD", SampleMoments.At()));
        var moved = sample.Backlog.Item(item.Id);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((120, 0, 0), (sample.Number("stored"), sample.Number("created"), sample.Number("removed")));

        var stored = await sample.Stored();
        Assert.Equal(120, stored.Count);
        Assert.Equal((moved.Key, "FLD", moved.StatusId), (stored[item.Id].Key, stored[item.Id].Project, stored[item.Id].StateId));
        Assert.Contains(stored[item.Id].Changes, c => c.Field == FieldNames.Key && c.From?.Text == item.Key && c.To?.Text == moved.Key);
        Assert.Equal(item.Id, (await sample.Ask(store => store.Find(item.Key)))!.Item.Id);
        Assert.Equal(item.Id, (await sample.Ask(store => store.Find(moved.Key)))!.Item.Id);
    }

    [Theory]
    [Trait("Case", "18")]
    [Trait("Case", "19")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task From_the_scope_of_one_team_to_that_of_another_it_leaves_the_one_and_is_once_in_the_other_with_all_its_history(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        await sample.Configure(bothTeams: true);
        var item = sample.Backlog.Loose()[0].Id;
        sample.Change(b => b.MoveTo(item, sample.Project.Statuses[2].Id, SampleMoments.At()));
        Assert.True(await sample.Sync() == 0, sample.Told);
        var before = (await sample.Stored())[item];
        var other = sample.Backlog.Projects[1];

        sample.Change(b => b.MoveToProject(item, other.Key, SampleMoments.At(60)));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("removed"));
        var arrived = (await sample.Stored(other.Team))[item];
        Assert.Equal((before.Created, before.Title), (arrived.Created, arrived.Title));
        Assert.NotEqual(before.StateId, arrived.StateId);
        Assert.NotEqual(before.Project, arrived.Project);
        Assert.Equal(before.Changes.Where(c => c.Field == FieldNames.State).Select(c => c.At), arrived.Changes.Where(c => c.Field == FieldNames.State && c.At < SampleMoments.At(60)).Select(c => c.At));
        Assert.Contains(arrived.Changes, c => c.Field == FieldNames.State && c.At == SampleMoments.At(60) && c.To?.Id == arrived.StateId);

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((1, 1), (sample.Number("removed"), sample.Number("movedAway")));
        Assert.Contains("1 removed here: it moved out of the team's scope; ", sample.Told, StringComparison.Ordinal);
        await sample.HoldsAll();
        Assert.Equal(SyncedSample.SmallSize + 1, (await sample.Stored(other.Team)).Count);
        Assert.Null((await sample.Stored(other.Team))[item].RemovedAt);
    }

    [Theory]
    [Trait("Case", "19")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task An_item_that_becomes_another_type_is_the_same_one_with_the_change_in_its_history(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var item = sample.Backlog.Loose().First(i => i.Type == "Story").Id;

        sample.Change(b => b.ChangeType(item, "Bug", SampleMoments.At()));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((60, 1, 0), (sample.Number("stored"), sample.Number("fetched"), sample.Number("created")));
        var stored = (await sample.Stored())[item];
        Assert.Equal(WorkItemKind.Bug, stored.Kind);
        Assert.Contains(stored.Changes, c => c.Field == FieldNames.Type && c.At == SampleMoments.At() && c.To?.Text == stored.Type);
    }
}
