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
        Assert.Equal((null, 0, 1), (sample.Line!["inTracker"], sample.Number("stored"), sample.Number("requests")));
        Assert.Empty(sample.Time.Waits);
        Assert.Contains($"{sample.Where}: the tracker refused the credentials (401). Expected ", sample.Told, StringComparison.Ordinal);
        Assert.Contains("Connections:0:", sample.Told, StringComparison.Ordinal);
        Assert.DoesNotContain(SyncedSample.SecretToken, sample.Told, StringComparison.Ordinal);
        Assert.False(sample.Line!["complete"]!.GetValue<bool>());
    }

    [Theory]
    [Trait("Case", "28")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_run_that_is_refused_before_anything_is_stored_says_so_once_and_makes_no_report(SampleTrackerKind kind)
    {
        // Refused before anything is known of the team, and refused after what the tracker is like is known.
        await using var sample = await SyncedSample.Start(kind, FaultScript.When("").Answer(401));
        for (var known = 0; known < 2; known++)
        {
            var (code, output) = await sample.Run("run", "--out", Path.Combine(sample.Folder, "reports"));
            Assert.Equal((4, ""), (code, output));
            Assert.Single(sample.Told.Split('\n'), l => l.Contains("the tracker refused the credentials (401). Expected ", StringComparison.Ordinal));
            Assert.DoesNotContain("does not know it", sample.Told, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(sample.Folder, "reports")));
            await sample.Serve(TrackerKinds.Listing(kind).Answer(401));
        }
    }

    [Theory]
    [Trait("Case", "28")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_pull_that_is_refused_takes_nothing_from_what_is_told_to_be_stored(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.Equal(0, await sample.Sync());
        var proven = sample.Line!["provenAt"]!.GetValue<string>();

        await sample.Serve(FaultScript.When("").Answer(401));
        Assert.Equal(4, await sample.Sync());
        Assert.Equal((null, SyncedSample.SmallSize, 0), (sample.Line!["inTracker"], sample.Number("stored"), sample.Number("notListed")));
        Assert.Equal(proven, sample.Line["provenAt"]!.GetValue<string>());

        var reports = await sample.Reports();
        Assert.All(reports.Values, r => Assert.Contains("which were complete then.", r, StringComparison.Ordinal));
        Assert.Equal(["(401)"], reports.Where(r => r.Key.EndsWith("coach.md", StringComparison.Ordinal)).Select(r => r.Value.Contains("(401)", StringComparison.Ordinal) ? "(401)" : ""));
        Assert.All(reports.Where(r => r.Key.EndsWith("stakeholder.md", StringComparison.Ordinal)), r => Assert.DoesNotContain(sample.Server.BaseUrl.Authority, r.Value, StringComparison.Ordinal));
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
