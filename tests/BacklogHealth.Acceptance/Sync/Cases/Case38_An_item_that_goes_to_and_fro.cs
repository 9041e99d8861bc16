using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>Started is the first start; finished is the last time it became finished, and only while it is.</summary>
public sealed class ItemThatGoesToAndFroTests
{
    // States of the sample's board, from left to right.
    private const int Waiting = 0, Ready = 1, InProgress = 2, Checked = 3, Done = 4;

    [Theory]
    [Trait("Case", "38")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public Task An_item_that_is_opened_again_counts_from_its_first_start_to_its_last_finish(SampleTrackerKind kind) =>
        Moves(kind, "finished", 2, 9, (2, InProgress), (4, Done), (6, InProgress), (9, Done));

    [Theory]
    [Trait("Case", "38")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public Task An_item_that_is_started_again_after_its_finish_has_none(SampleTrackerKind kind) =>
        Moves(kind, "started", 2, null, (2, InProgress), (4, Done), (6, Checked));

    [Theory]
    [Trait("Case", "38")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public Task An_item_that_is_finished_without_a_start_has_no_cycle_time_and_counts_as_finished(SampleTrackerKind kind) =>
        Moves(kind, "finished", null, 5, (5, Done));

    [Theory]
    [Trait("Case", "38")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public Task An_item_that_goes_back_to_waiting_has_not_been_started(SampleTrackerKind kind) =>
        Moves(kind, "not-started", null, null, (2, InProgress), (3, Checked), (4, Waiting), (5, Ready));

    [Theory]
    [Trait("Case", "38")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_sub_task_that_was_started_before_its_parent_keeps_its_own_dates(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b =>
        {
            b = SyncedSample.Small(b, 12).AddMany(b.Projects[0].Key, 2, At(0));
            var (parent, child) = (b.Projects[0].Items[^2].Id, b.Projects[0].Items[^1].Id);
            b = b.With(child, i => i with { Type = "Sub-task", ParentId = parent });
            return Moved(Moved(b, child, (2, InProgress), (3, Done)), parent, (4, InProgress));
        });
        Assert.True(await sample.Sync() == 0, sample.Told);
        var rows = await sample.Exported();
        var (parent, child) = (rows[sample.Project.Items[^2].Id], rows[sample.Project.Items[^1].Id]);
        Assert.Equal(parent["key"]!.GetValue<string>(), child["parent"]!.GetValue<string>());
        Assert.Equal(("started", (DateTimeOffset?)At(4), null), Flow(parent));
        Assert.Equal(("finished", (DateTimeOffset?)At(2), (DateTimeOffset?)At(3)), Flow(child));
        Assert.Equal(15, (await sample.Reports()).Count);
    }

    private static async Task Moves(SampleTrackerKind kind, string state, int? started, int? finished, params (int Day, int State)[] moves)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b =>
        {
            b = SyncedSample.Small(b, 12).AddMany(b.Projects[0].Key, 1, At(0));
            return Moved(b, b.Projects[0].Items[^1].Id, moves);
        });
        Assert.True(await sample.Sync() == 0, sample.Told);
        var row = (await sample.Exported())[sample.Project.Items[^1].Id];
        Assert.Equal((state, started is { } s ? At(s) : null, finished is { } f ? At(f) : (DateTimeOffset?)null), Flow(row));
        Assert.True(row["historyComplete"]!.GetValue<bool>());
    }

    private static SampleBacklog Moved(SampleBacklog backlog, string id, params (int Day, int State)[] moves) =>
        moves.Aggregate(backlog, (b, m) => b.MoveTo(id, b.Projects[0].Statuses[m.State].Id, At(m.Day)));

    private static (string State, DateTimeOffset? Started, DateTimeOffset? Finished) Flow(JsonObject row) =>
        (row["state"]!.GetValue<string>(), row["started"]?.GetValue<DateTimeOffset>(), row["finished"]?.GetValue<DateTimeOffset>());

    private static DateTimeOffset At(int day) => SampleRun.MondayMorning.AddDays(day - 20);
}
