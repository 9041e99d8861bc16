using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Core.Tests.WorkItems;

public sealed class ItemHistoriesTests
{
    [Fact]
    public void An_item_that_never_moved_has_the_state_it_was_created_in()
    {
        var history = ItemHistories.Of(A.WorkItem("CHK-1"));

        Assert.Equal([new StateEntry(A.Time("2026-01-05 09:00"), "1", "To Do")], history.States);
        Assert.True(history.Complete);
        Assert.False(history.Discarded);
        Assert.Null(history.Gone);
    }

    [Fact]
    public void The_first_state_is_the_one_that_the_first_change_replaced()
    {
        var history = ItemHistories.Of(A.WorkItem("CHK-1").Moved("2026-01-07", A.InProgress).Moved("2026-01-09", A.ToDo));

        Assert.Equal(
            [new StateEntry(A.Time("2026-01-05 09:00"), "1", "To Do"), new StateEntry(A.Time("2026-01-07"), "2", "In Progress"), new StateEntry(A.Time("2026-01-09"), "1", "To Do")],
            history.States);
    }

    [Fact]
    public void A_change_from_nothing_is_the_creation()
    {
        var item = A.WorkItem("CHK-1").Changed("2026-01-05 09:01", FieldNames.State, null, new("To Do", "1")).Moved("2026-01-07", A.InProgress);

        Assert.Equal(["To Do", "In Progress"], ItemHistories.Of(item).States.Select(s => s.StateName));
        Assert.Equal(item.Created, ItemHistories.Of(item).States[0].At);
    }

    [Fact]
    public void Changes_that_do_not_lead_to_the_present_state_show_a_gap()
    {
        var item = A.WorkItem("CHK-1").Moved("2026-01-07", A.InProgress) with { StateId = "3", OriginalState = "Done", Updated = A.Time("2026-01-20") };

        var history = ItemHistories.Of(item);

        Assert.False(history.Complete);
        Assert.Equal(new StateEntry(A.Time("2026-01-20"), "3", "Done"), history.States[^1]);
    }

    [Theory]
    [InlineData("2", "Doing")]
    [InlineData("20", "in progress")]
    public void A_renamed_state_is_still_the_same_state(string id, string name)
    {
        var item = A.WorkItem("CHK-1").Moved("2026-01-07", A.InProgress) with { StateId = id, OriginalState = name };

        Assert.True(ItemHistories.Of(item).Complete);
        Assert.Equal(2, ItemHistories.Of(item).States.Length);
    }

    [Fact]
    public void A_change_that_claims_to_be_older_than_the_item_counts_from_its_creation()
    {
        var history = ItemHistories.Of(A.WorkItem("CHK-1").Moved("2025-12-01", A.InProgress));

        Assert.Equal([A.Time("2026-01-05 09:00"), A.Time("2026-01-05 09:00")], history.States.Select(s => s.At));
    }

    [Theory]
    [InlineData(FieldNames.Project, true)]
    [InlineData(FieldNames.Key, true)]
    [InlineData(FieldNames.Type, true)]
    [InlineData(FieldNames.Title, false)]
    public void A_state_that_changed_with_the_project_the_key_or_the_type_is_a_reset(string field, bool reset)
    {
        var item = A.WorkItem("CHK-1").Moved("2026-01-07", A.InProgress).Changed("2026-01-09", field, new("Old"), new("New")).Moved("2026-01-09", A.ToDo).Moved("2026-01-10", A.Done);

        Assert.Equal([false, false, reset, false], ItemHistories.Of(item).States.Select(s => s.Reset));
    }

    [Fact]
    public void It_does_not_matter_which_of_both_stands_first()
    {
        var item = A.WorkItem("CHK-1").Moved("2026-01-07", A.InProgress).Changed("2026-01-07", FieldNames.Type, new("Bug"), new("Story"));

        Assert.Equal([false, true], ItemHistories.Of(item).States.Select(s => s.Reset));
    }

    [Fact]
    public void A_move_at_another_time_resets_nothing_and_a_creation_is_none()
    {
        var item = A.WorkItem("CHK-1").Changed("2026-01-05 09:01", FieldNames.State, null, new("To Do", "1")).Changed("2026-01-05 09:01", FieldNames.Project, new("Old"), new("New"))
            .Moved("2026-01-07", A.InProgress).Changed("2026-01-07 00:01", FieldNames.Project, new("New"), new("Old"));

        Assert.Equal([false, false], ItemHistories.Of(item).States.Select(s => s.Reset));
    }

    [Fact]
    public void Other_fields_make_no_states() =>
        Assert.Single(ItemHistories.Of(A.WorkItem("CHK-1").Changed("2026-01-07", FieldNames.Title, new("Old"), new("Pay by card"))).States);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2026-02-01", null, "2026-02-01")]
    [InlineData(null, "2026-02-02", "2026-02-02")]
    [InlineData("2026-02-01", "2026-02-02", "2026-02-01")]
    [InlineData("2026-02-03", "2026-02-02", "2026-02-02")]
    public void An_item_is_gone_from_the_first_moment_it_could_not_be_seen(string? removed, string? hidden, string? gone)
    {
        var item = A.WorkItem("CHK-1") with { RemovedAt = removed is null ? null : A.Time(removed), NotVisibleSince = hidden is null ? null : A.Time(hidden) };

        Assert.Equal(gone is null ? null : A.Time(gone), ItemHistories.Of(item).Gone);
    }

    [Fact]
    public void What_was_dropped_is_no_delivery_and_gaps_told_by_the_tracker_stay()
    {
        var history = ItemHistories.Of(A.WorkItem("CHK-1") with { Resolution = "Duplicate", HistoryComplete = false });

        Assert.True(history.Discarded);
        Assert.False(history.Complete);
    }
}
