using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class RefusedCredentialsTests
{
    [Theory]
    [Trait("Case", "28")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Refused_credentials_are_sent_once_and_the_setting_to_renew_is_named(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, FaultScript.When("").Answer(401).RetryAfter(1));
        Assert.Equal(4, await sample.Sync());
        Assert.Single(sample.Server.Requests);
        Assert.Empty(sample.Time.Waits);
        Assert.Contains($"{sample.Where}: the tracker refused the credentials (401). Expected ", sample.Told, StringComparison.Ordinal);
        Assert.Contains("Connections:0:", sample.Told, StringComparison.Ordinal);
        Assert.DoesNotContain(SyncedSample.SecretToken, sample.Told, StringComparison.Ordinal);
        Assert.False(sample.Line!["complete"]!.GetValue<bool>());
    }

    [Theory]
    [Trait("Case", "28")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_token_that_ends_in_the_middle_is_not_tried_again_and_what_is_stored_stays(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, EachKind.Fetching(kind).Nth(EachKind.FetchesOfAll(kind) + 1).Answer(401), b => SyncedSample.Small(b, 40));
        Assert.Equal(0, await sample.Sync());
        var before = await sample.State();
        sample.Change(b => b.Retitle(sample.Project.Items[0].Id, "Another title", SampleRun.MondayMorning));

        Assert.Equal(4, await sample.Sync());
        Assert.Single(sample.Server.Requests, r => r.Status == 401);
        Assert.Contains("the tracker refused the credentials (401)", Assert.Single(sample.Problems, p => p.Contains("(401)", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(before, await sample.State());

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal("Another title", (await sample.Stored())[sample.Project.Items[0].Id].Title);
    }

    [Theory]
    [Trait("Case", "28")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task What_the_account_may_not_read_is_asked_once(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, EachKind.Fetching(kind).Nth(EachKind.FetchesOfAll(kind) + 1).Answer(403).RetryAfter(1), b => SyncedSample.Small(b, 40));
        Assert.Equal(0, await sample.Sync());
        var before = await sample.State();
        sample.Change(b => b.Retitle(sample.Project.Items[0].Id, "Another title", SampleRun.MondayMorning));

        Assert.Equal(4, await sample.Sync());
        Assert.Single(sample.Server.Requests, r => r.Status == 403);
        Assert.Contains("the account may not read", sample.Told, StringComparison.Ordinal);
        Assert.Contains($"Expected an account that may browse the team's items. Ask an administrator for the permission, or set Connections:0:{EachKind.Credentials(kind)} for another account.", sample.Told, StringComparison.Ordinal);
        Assert.Equal(before, await sample.State());
        await Task.Delay(TimeSpan.FromMinutes(1), sample.Time);
        Assert.True(await sample.Sync() == 0, sample.Told);
    }
}
