using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>There is more than one query, one page or one batch may give.</summary>
public sealed class MoreThanOneAnswerHoldsTests
{
    [Theory]
    [Trait("Case", "21")]
    [InlineData(SampleTrackerKind.JiraCloud, "/bulkfetch", 250, 4)]
    [InlineData(SampleTrackerKind.JiraDataCenter, "/rest/api/2/search", 70, 3)]
    [InlineData(SampleTrackerKind.AzureDevOps, "/workitemsbatch", 190, 2)]
    public async Task Items_are_fetched_in_as_many_chunks_as_it_takes(SampleTrackerKind kind, string fetching, int more, int chunks)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => b.AddMany("CHK", more, SampleMoments.At()));
        Assert.True(await sample.Sync() == 0, sample.Told);

        Assert.Equal(SyncedSample.SmallSize + more, sample.Number("stored"));
        Assert.InRange(sample.Server.Requests.Count(r => r.Target.Contains(fetching, StringComparison.Ordinal)), chunks, int.MaxValue);
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "21")]
    [InlineData(10)]
    [InlineData(59)]
    [InlineData(60)]
    public async Task A_query_that_finds_more_ids_than_it_may_give_is_asked_in_windows(int limit)
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.AzureDevOps, serve: o => o with { Azure = o.Azure with { QueryLimit = limit } });
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(SyncedSample.SmallSize, sample.Number("stored"));
        Assert.Equal(limit < SyncedSample.SmallSize, sample.Server.Requests.Any(r => r.Status == 400 && r.Target.Contains("wiql", StringComparison.Ordinal)));
        await sample.HoldsAll();

        // What is created meanwhile lies beyond the highest id of before.
        sample.Change(b => b.AddMany("CHK", 3, SampleMoments.At()));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(3, sample.Number("created"));
        await sample.HoldsAll();
    }
}
