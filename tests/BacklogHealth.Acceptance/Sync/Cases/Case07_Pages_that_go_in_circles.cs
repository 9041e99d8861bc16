using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>A listing whose pages come to no end: it proves nothing, ends at once, and leaves what is stored as it was.</summary>
public sealed class PagesThatGoInCirclesTests
{
    private const string Again = "Run the sync again; what is stored stays as it is.";

    public static TheoryData<SampleTrackerKind, string, string> Circles => new()
    {
        { SampleTrackerKind.JiraCloud, "repeats", "the search gave the same page token twice. Expected a new one for every page." },
        { SampleTrackerKind.JiraCloud, "is empty", "the search gave an empty page and said that more follows. Expected items on every page but the last." },
        { SampleTrackerKind.JiraCloud, "gives no token", "the search said that more follows and gave no token for it. Expected a token on every page but the last." },
        { SampleTrackerKind.JiraDataCenter, "is empty", "the search ended after 0 of 59 items. Expected all of them." },
        { SampleTrackerKind.AzureDevOps, "repeats", "GET /_apis/wit/reporting/workitemrevisions gave the same continuation token twice. Expected a new one for every batch." },
        { SampleTrackerKind.AzureDevOps, "is empty", "GET /_apis/wit/reporting/workitemrevisions gave the same continuation token twice. Expected a new one for every batch." },
    };

    [Theory]
    [Trait("Case", "7")]
    [MemberData(nameof(Circles))]
    public async Task A_listing_that_makes_no_progress_is_an_error_and_changes_nothing(SampleTrackerKind kind, string page, string sentence)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();
        var (edited, deleted) = (sample.Backlog.Loose()[0].Id, sample.Backlog.Loose()[1].Id);
        sample.Change(b => b.Retitle(edited, "Edited", SampleMoments.At()).Delete(deleted, SampleMoments.At(1)));

        await sample.Serve(Circling(kind, page));
        Assert.True(await sample.Sync() == 3, sample.Told);
        Assert.EndsWith($"Checkout: pulling\n{sample.Where}: {sentence} {Again}\n", sample.Told, StringComparison.Ordinal);
        Assert.Contains($"{sample.Where}: {sentence} {Again}", sample.Problems);
        Assert.False(sample.Line!["complete"]!.GetValue<bool>());
        Assert.Equal(0, sample.Number("removed"));
        Assert.Equal(state, await sample.State());
        Assert.InRange(sample.Server.Requests.Count, 1, 40);

        // The place in the tracker's record is where it was: what moved before the bad pull is found after it.
        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal("Edited", (await sample.Stored())[edited].Title);
        Assert.Null((await sample.Stored())[deleted].RemovedAt);
        Assert.True(await sample.Sync() == 0, sample.Told);
        await sample.HoldsAll();
    }

    private static FaultScript Circling(SampleTrackerKind kind, string page)
    {
        var pages = kind == SampleTrackerKind.AzureDevOps ? FaultScript.When("/reporting/workitemrevisions") : TrackerKinds.Listing(kind);
        return page switch
        {
            "repeats" when kind == SampleTrackerKind.JiraCloud => pages.ShortPage(13).AndWhen(TrackerKinds.ListingPath(kind)).Asking("nextPageToken").RepeatToken(),
            "repeats" => pages.RepeatToken(),
            "is empty" => pages.EmptyPage(),
            _ => pages.Answer(200, """{"issues":[{"id":"11001","fields":{"updated":"2026-11-20T10:00:00.000+0000"}}],"isLast":false}"""),
        };
    }
}
