using BacklogHealth.Core.WorkItems;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class HistoryLongerThanOneAnswerTests
{
    private const int Changes = 450;

    [Theory]
    [Trait("Case", "35")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Every_change_is_read_over_as_many_pages_as_it_takes(SampleTrackerKind kind)
    {
        await using var sample = await Start(kind, FaultScript.When("/changelog/bulkfetch").ShortPage(100), o => o with { DataCenter = o.DataCenter with { HasHistoryPages = true } });
        Assert.True(await sample.Sync() == 0, sample.Told);
        var item = await sample.Labelled("long-history");
        Assert.True(item.HistoryComplete);
        Assert.Equal(Changes + 2, item.Changes.Count(c => c.Field == FieldNames.State));
        Assert.Equal(0, sample.Number("historyIncomplete"));

        var row = (await sample.Exported())[item.Id];
        Assert.Equal((Started, Finished), (row["started"]!.GetValue<DateTimeOffset>(), row["finished"]!.GetValue<DateTimeOffset>()));
    }

    [Theory]
    [Trait("Case", "35")]
    [InlineData(SampleTrackerKind.JiraDataCenter)]
    [InlineData(SampleTrackerKind.AzureDevOps)]
    public async Task A_history_that_the_tracker_cuts_is_marked_counted_and_kept_out_of_cycle_times(SampleTrackerKind kind)
    {
        // An old Data Center gives the newest hundred and no pages; Azure DevOps gives the first updates up to a limit.
        await using var sample = await Start(kind, FaultScript.None, o => o with { Azure = o.Azure with { UpdateLimit = 300 } });
        await AssertCut(sample);

        // What is known of it stays known: the next pull counts it again, although it does not fetch it.
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(1, sample.Number("historyIncomplete"));
    }

    [Theory]
    [Trait("Case", "35")]
    [InlineData(SampleTrackerKind.JiraDataCenter)]
    [InlineData(SampleTrackerKind.AzureDevOps)]
    public async Task A_history_that_is_cut_without_a_word_is_found_out(SampleTrackerKind kind)
    {
        var script = kind == SampleTrackerKind.AzureDevOps ? FaultScript.When("/updates") : EachKind.Fetching(kind);
        await using var sample = await Start(kind, script.TruncateHistory(40), o => o with { DataCenter = o.DataCenter with { HistoryInSearch = 1000 } }, 150);
        await AssertCut(sample);
    }

    [Theory]
    [Trait("Case", "35")]
    [InlineData(1)]
    [InlineData(40)]
    public async Task Histories_that_a_cloud_cuts_in_bulk_without_a_word_are_read_one_by_one(int kept)
    {
        await using var sample = await Start(SampleTrackerKind.JiraCloud, FaultScript.When("/changelog/bulkfetch").TruncateHistory(kept), o => o, 150);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("historyIncomplete"));
        var cut = (await sample.Stored()).ToDictionary(i => i.Key, i => i.Value.Changes.Length);

        await using var whole = await Start(SampleTrackerKind.JiraCloud, FaultScript.None, o => o, 150);
        Assert.True(await whole.Sync() == 0, whole.Told);
        Assert.Equal((await whole.Stored()).ToDictionary(i => i.Key, i => i.Value.Changes.Length), cut);
    }

    [Fact]
    [Trait("Case", "35")]
    public async Task Where_an_issues_own_history_is_refused_what_came_in_bulk_is_taken_as_far_as_it_fits_together()
    {
        var script = FaultScript.When("/changelog/bulkfetch").TruncateHistory(40).AndWhen("/issue/1").Answer(403);
        await using var sample = await Start(SampleTrackerKind.JiraCloud, script, o => o, 150);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.True((await sample.Labelled("long-history")).HistoryComplete);
    }

    private static DateTimeOffset Created => SampleRun.MondayMorning.AddDays(-20);

    private static DateTimeOffset Started => SampleRun.MondayMorning.AddDays(-3);

    private static DateTimeOffset Finished => SampleRun.MondayMorning.AddDays(-1);

    private static async Task AssertCut(SyncedSample sample)
    {
        Assert.True(await sample.Sync() == 0, sample.Told);
        var item = await sample.Labelled("long-history");
        Assert.False(item.HistoryComplete);
        Assert.Equal(1, sample.Number("historyIncomplete"));
        Assert.Contains("1 with a history that came only in part", sample.Told, StringComparison.Ordinal);
        Assert.False((await sample.Exported())[item.Id]["historyComplete"]!.GetValue<bool>());
        var page = (await sample.Reports()).Single(r => r.Key.EndsWith("coach.md", StringComparison.Ordinal)).Value;
        Assert.Contains("Of 1 item the tracker gave only a part of the history; it is kept out of cycle times.", page, StringComparison.Ordinal);
    }

    // Moved to and fro between two states that are not started; worked on and finished in the end.
    private static Task<SyncedSample> Start(SampleTrackerKind kind, FaultScript faults, Func<SampleServerOptions, SampleServerOptions> serve, int changes = Changes) => SyncedSample.Start(
        kind, faults,
        b =>
        {
            b = SyncedSample.Small(b, 12);
            b = b.AddLongHistory(b.Projects[0].Key, Created, changes);
            var (id, states) = (b.Projects[0].Items[^1].Id, b.Projects[0].Statuses);
            return b.MoveTo(id, states[2].Id, Started).MoveTo(id, states[4].Id, Finished);
        },
        serve);
}
