using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>The account that reads lives in another zone than the tracker, the team and this machine. Nothing is asked by date, so nothing is lost by it.</summary>
public sealed class ZoneOfTheAccountTests
{
    [Theory]
    [Trait("Case", "1")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Behind_UTC_every_update_is_found(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, serve: o => o with { AccountTimeZone = "America/Bogota" });
        Assert.True(await sample.Sync() == 0, sample.Told);
        var (edited, last) = (sample.Backlog.Loose()[0].Id, sample.Backlog.Loose()[1].Id);

        sample.Change(b => b.Retitle(edited, "Edited within the five hours that a local date would skip", SampleMoments.At()));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(1, sample.Number("fetched"));
        Assert.Equal(SampleMoments.At(), (await sample.Stored())[edited].Updated);

        sample.Change(b => b.Retitle(last, "Edited in the last second", SampleMoments.At(3599)));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(1, sample.Number("fetched"));
        Assert.Equal(SampleMoments.At(3599), (await sample.Stored())[last].Updated);
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "2")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Ahead_of_UTC_the_newest_items_are_there(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(
            kind, edit: b => b.AddMany("CHK", 22, SampleMoments.At(3570)), serve: o => o with { AccountTimeZone = "Europe/Istanbul" });

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(SyncedSample.SmallSize + 22, sample.Number("stored"));
        Assert.Contains($"{sample.Project.Team}: 82 of 82 items, complete. 82 read: 82 new, 0 changed;", sample.Told, StringComparison.Ordinal);
        await sample.HoldsAll();
    }
}
