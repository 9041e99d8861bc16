using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class StartedAndFinishedTests
{
    [Fact]
    public void Started_is_the_first_start_and_finished_the_last_finish()
    {
        var item = Seen(Item("1", (0, "To Do"), (2, "In Progress"), (4, "Done"), (5, "In Progress"), (9, "Done")));
        Assert.Equal((WorkItemState.Finished, At(2), At(9)), (item.State, item.Started, item.Finished));
    }

    [Fact]
    public void A_reopened_item_has_no_finish()
    {
        var item = Seen(Item("1", (0, "To Do"), (2, "In Progress"), (4, "Done"), (5, "In Progress")));
        Assert.Equal((WorkItemState.Started, At(2), (DateTimeOffset?)null), (item.State, item.Started, item.Finished));
    }

    [Fact]
    public void An_item_put_back_to_the_backlog_has_no_start()
    {
        var item = Seen(Item("1", (0, "To Do"), (2, "In Progress"), (4, "To Do")));
        Assert.Equal((WorkItemState.NotStarted, (DateTimeOffset?)null, (DateTimeOffset?)null), (item.State, item.Started, item.Finished));
    }

    [Fact]
    public void An_item_begun_again_keeps_its_first_start()
    {
        Assert.Equal(At(2), Seen(Item("1", (0, "To Do"), (2, "In Progress"), (4, "To Do"), (7, "Review"))).Started);
    }

    [Fact]
    public void An_item_finished_without_being_started_has_a_finish_and_no_start()
    {
        var item = Seen(Item("1", (0, "To Do"), (4, "Done")));
        Assert.Equal(((DateTimeOffset?)null, At(4)), (item.Started, item.Finished));
    }

    [Fact]
    public void Where_the_history_has_gaps_an_item_finished_from_its_creation_on_was_finished_at_an_unknown_time()
    {
        var item = Seen(Item("1", (0, "Done"), (8, "Closed")) with { Complete = false });
        Assert.Equal((WorkItemState.Finished, (DateTimeOffset?)null, (DateTimeOffset?)null), (item.State, item.Started, item.Finished));
        Assert.Equal(At(0), Seen(Item("1", (0, "Done"))).Finished);
        Assert.Equal(At(0), Seen(Item("1", (0, "To Do"), (0, "Done")) with { Complete = false }).Finished);
    }

    [Fact]
    public void An_item_finished_at_an_unknown_time_has_a_finish_once_it_was_reopened_and_finished_again()
    {
        Assert.Equal(At(9), Seen(Item("1", (0, "Done"), (5, "In Progress"), (9, "Done")) with { Complete = false }).Finished);
    }

    [Fact]
    public void A_move_between_two_finished_states_does_not_move_the_finish()
    {
        var item = Seen(Item("1", (0, "To Do"), (2, "In Progress"), (4, "Done"), (8, "Closed")));
        Assert.Equal((At(4), At(8), "Closed"), (item.Finished, item.StateSince, item.OriginalState));
    }

    [Fact]
    public void An_unknown_state_keeps_the_meaning_of_the_one_before_and_is_counted()
    {
        var item = Item("1", (0, "Limbo"), (2, "In Progress"), (4, "Limbo"));
        Assert.Equal((WorkItemState.Started, At(2), "Limbo"), (Seen(item).State, Seen(item).Started, Seen(item).OriginalState));
        Assert.Equal([("Limbo", 1)], StartedAndFinished.Unmapped([item], Board, At(9)));
        Assert.Equal(WorkItemState.NotStarted, Seen(item, 1).State);
    }

    [Fact]
    public void Known_is_everything_strictly_before_the_instant()
    {
        var item = Item("1", (0, "To Do"), (2, "In Progress"));
        Assert.Null(StartedAndFinished.Of(item, Board, At(0)));
        Assert.Equal(WorkItemState.NotStarted, StartedAndFinished.Of(item, Board, At(2))!.State);
        Assert.Equal(WorkItemState.Started, StartedAndFinished.Of(item, Board, At(2).AddTicks(1))!.State);
    }

    [Fact]
    public void An_item_is_there_until_it_is_gone()
    {
        var item = Item("1", (0, "To Do")) with { Gone = At(5) };
        Assert.NotNull(StartedAndFinished.Of(item, Board, At(5)));
        Assert.Null(StartedAndFinished.Of(item, Board, At(5).AddTicks(1)));
    }

    [Fact]
    public void A_renamed_state_is_found_by_its_id()
    {
        var item = Item("1", (0, "To Do")) with { States = [new(At(0), "1", "To Do"), new(At(1), "2", "Doing (old name)"), new(At(3), "2", "In Progress")] };
        Assert.Equal((At(1), At(1), "In Progress"), (Seen(item).Started, Seen(item).StateSince, Seen(item).OriginalState));
    }

    [Fact]
    public void A_finished_item_that_was_reset_is_where_the_tracker_has_it()
    {
        var item = Seen(Item("1", (0, "To Do"), (2, "In Progress"), (4, "Done"), (9, "To Do")).Reset(3));
        Assert.Equal((WorkItemState.NotStarted, null, null, At(9), "To Do"), (item.State, item.Started, item.Finished, item.StateSince, item.OriginalState));
    }

    [Theory]
    [InlineData("To Do")]
    [InlineData("Review")]
    public void An_item_put_back_to_finished_after_a_reset_was_finished_all_along(string reset)
    {
        var worked = Seen(Item("1", (0, "To Do"), (2, "In Progress"), (4, "Done"), (9, reset), (10, "Closed")).Reset(3));
        Assert.Equal((WorkItemState.Finished, At(2), At(4), At(10)), (worked.State, worked.Started, worked.Finished, worked.StateSince));
        var never = Seen(Item("1", (0, "To Do"), (4, "Done"), (9, reset), (10, "Done")).Reset(2));
        Assert.Equal(((DateTimeOffset?)null, At(4)), (never.Started, never.Finished));
        var unknown = Seen(Item("1", (0, "Done"), (9, reset), (10, "Done")).Reset(1) with { Complete = false });
        Assert.Equal((WorkItemState.Finished, (DateTimeOffset?)null, (DateTimeOffset?)null), (unknown.State, unknown.Started, unknown.Finished));
    }

    [Fact]
    public void An_item_taken_up_again_after_a_reset_has_its_first_start_and_its_last_finish()
    {
        var item = Item("1", (0, "To Do"), (2, "In Progress"), (4, "Done"), (9, "To Do"), (10, "In Progress"), (12, "Done")).Reset(3);
        Assert.Equal((At(2), At(12)), (Seen(item).Started, Seen(item).Finished));
    }

    [Fact]
    public void A_start_outlives_a_reset()
    {
        var item = Item("1", (0, "To Do"), (2, "In Progress"), (4, "To Do"), (5, "In Progress")).Reset(2);
        Assert.Equal((WorkItemState.NotStarted, WorkItemState.Started, At(2)), (Seen(item, 5).State, Seen(item).State, Seen(item).Started));
    }

    [Fact]
    public void A_reset_that_leads_forward_counts_as_any_other_step()
    {
        var item = Seen(Item("1", (0, "To Do"), (2, "In Progress"), (4, "Done")).Reset(1, 2));
        Assert.Equal((At(2), At(4)), (item.Started, item.Finished));
    }

    [Fact]
    public void Resets_between_two_finished_states_change_neither_start_nor_finish()
    {
        Gen.Select(Histories, Gen.Int[0, 7], Gen.Int[0, 5].Select(i => Names[i]).Array[1, 3], Gen.Int[1, 48]).Sample((item, place, resets, hours) =>
        {
            var (start, end) = (item.States[..((place % item.States.Length) + 1)], At(400));
            if (StartedAndFinished.Of(item with { States = start }, Board, end) is not { State: WorkItemState.Finished } before)
            {
                return;
            }

            var moved = resets.Select((s, i) => Item("1", (0, s)).States[0] with { At = start[^1].At.AddHours(hours * i), Reset = true });
            var put = new StateEntry(start[^1].At.AddHours(hours * resets.Length), "5", "Closed");
            var after = StartedAndFinished.Of(item with { States = [.. start, .. moved, put] }, Board, end)!;
            Assert.Equal((before.State, before.Started, before.Finished), (after.State, after.Started, after.Finished));
            Assert.Equal(Reopenings.Of(before.Item, Board, end), Reopenings.Of(after.Item, Board, end));
        });
    }

    [Fact]
    public void What_happens_later_changes_nothing_before()
    {
        Histories.Sample(item =>
        {
            for (var day = 0; day < 40; day++)
            {
                var cut = item with { States = [.. item.States.Where(s => s.At < At(day))] };
                var whole = StartedAndFinished.Of(item, Board, At(day));
                if (whole is null)
                {
                    continue;
                }

                Assert.Equal(whole with { Item = cut }, StartedAndFinished.Of(cut, Board, At(day)));
            }
        });
    }

    [Fact]
    public void Start_and_finish_stand_in_order_and_agree_with_the_state()
    {
        Histories.Sample(item =>
        {
            var flow = Seen(item);
            Assert.Equal(flow.State == WorkItemState.Finished, flow.Finished is not null);
            Assert.False(flow.State == WorkItemState.Started && flow.Started is null);
            Assert.False(flow.State == WorkItemState.NotStarted && flow.Started is not null);
            Assert.False(flow.Started > flow.Finished);
            Assert.True(flow.StateSince >= item.Created);
        });
    }

    private static readonly string[] Names = ["To Do", "In Progress", "Review", "Done", "Closed", "Limbo"];

    internal static readonly Gen<ItemHistory> Histories =
        from id in Gen.Int[0, 100_000]
        from hours in Gen.Int[0, 200].Array[1, 8]
        from states in Gen.Int[0, 5].Select(i => Names[i]).Array[8]
        from resets in Gen.Int[1, 40].Array[0, 4]
        select Item($"{id}", [.. hours.Select((_, i) => (hours.Take(i + 1).Sum() / 24.0, states[i]))]).Reset(resets);
}
