using System.Globalization;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>The token has run out or is too narrow, and the tracker answers well and gives nothing, or little.</summary>
public sealed class AnswerOfNothingTests
{
    [Theory]
    [Trait("Case", "12")]
    [InlineData(SampleTrackerKind.JiraCloud, "an e-mail address and an API token that is still valid")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "a personal access token that is still valid, or a user with a password where the site allows it")]
    public async Task An_account_that_the_tracker_takes_for_nobody_is_refused_before_anything_is_listed(SampleTrackerKind kind, string credentials)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();

        await sample.Serve(FaultScript.When("/myself").Answer(200, "{}"));
        Assert.Equal(4, await sample.Sync());
        Assert.Equal(
            $"{sample.Where}: the tracker answers, but takes us for nobody: it names no account. Expected {credentials}, since nobody sees an empty backlog. Set Connections:0:{EachKind.Credentials(kind)}.\n",
            sample.Told);
        Assert.Equal(state, await sample.State());
        Assert.DoesNotContain(sample.Server.Requests, r => r.Target.Contains("search", StringComparison.Ordinal));

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "12")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task An_empty_listing_is_not_believed_though_the_tracker_counts_none_either(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();

        await sample.Serve(FaultScript.When(TrackerKinds.ListingPath(kind)).EndAfter(0).AndWhen("approximate-count").Answer(200, """{"count":0}""").AndWhen("bulkfetch").Refuse([.. sample.Project.Items.Select(i => i.Id)]).AndWhen("/rest/api/2/issue/").Answer(404, """{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}"""));
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal(3, await sample.Sync());
            Assert.Equal([Doubted(60, 60)], sample.Problems);
            Assert.Equal((0, 0), (sample.Number("removed"), sample.Number("notVisible")));
            Assert.Equal(state, await sample.State());
        }

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(state, await sample.State());
    }

    [Theory]
    [Trait("Case", "12")]
    [InlineData(SampleTrackerKind.JiraCloud)]
    [InlineData(SampleTrackerKind.AzureDevOps)]
    public async Task A_listing_that_suddenly_lacks_a_third_waits_for_a_person_who_leaves_a_trace(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();
        string[] hidden = [.. sample.Project.Items.TakeLast(21).Select(i => i.Id)];

        sample.Change(b => b.Hide(hidden));
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(3, await sample.Sync());
            Assert.Equal([Doubted(21, 60)], sample.Problems);
            Assert.Equal((39, 60, 21, 0), (sample.Number("inTracker"), sample.Number("stored"), sample.Number("notListed"), sample.Number("removed")));
            Assert.Contains("Checkout: the tracker lists 39, 60 are stored: NOT proven complete, nothing was removed.", sample.Told.Split('\n'));
            Assert.Contains(Doubted(21, 60), sample.Told.Split('\n'));
            Assert.Equal(state, await sample.State());
        }

        Assert.True(await sample.Sync("--accept-removals") == 0, sample.Told);
        Assert.Equal((21, 0), (sample.Number("removed"), sample.Number("notListed")));
        await sample.HoldsAll();
        var audit = Assert.Single(await sample.Ask(store => store.Audit("Checkout")));
        Assert.Equal(hidden.Order(StringComparer.Ordinal), audit.Ids);

        // What was accepted can be read later, too.
        var keys = (await sample.Stored()).Where(i => hidden.Contains(i.Key)).OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Value.Key);
        Assert.True(await sample.Sync("-v") == 0, sample.Told);
        Assert.Contains($"21 items removed on the word of {Environment.UserName} (sync --accept-removals): {string.Join(", ", keys)}.\n", sample.Told, StringComparison.Ordinal);

        sample.Change(b => b.Show(hidden));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(state, await sample.State());
    }

    private static string Doubted(int missing, int there) => string.Create(
        CultureInfo.InvariantCulture,
        $"Team Checkout: {missing} of {there} stored items are missing from two listings of the tracker. Expected most of them to be there; nothing was removed. Check the query and the permissions, then run `sync --accept-removals` if the items are really gone.");
}
