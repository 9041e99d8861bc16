using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Health;

public sealed class TimeInStateTests
{
    private static readonly Workflow WithBlocked = new([.. TestHistory.Board.States, new("9", "Blocked", WorkItemState.Started)]);

    [Fact]
    public void The_time_of_each_state_is_told_in_the_order_of_the_workflow()
    {
        var time = Of(WithBlocked, Moved("1", (150, "1"), (160, "2"), (163, "3"), (164, "9"), (166, "2"), (167, "4")), Moved("2", (150, "1"), (170, "2"), (171, "4")));

        Assert.Equal([new("In Progress", false, 2, 2.5, 5), new("Review", false, 1, 1, 1), new StateTime("Blocked", true, 1, 2, 2)], time.States);
        Assert.Equal((2, 2, 8.0, 6.0, 0.75), (time.Items, time.Finished, time.TotalDays, time.ActiveDays, time.ActiveShare));
    }

    [Fact]
    public void Time_back_among_the_waiting_and_time_taken_for_finished_is_no_work()
    {
        var time = Of(WithBlocked, Moved("1", (150, "1"), (160, "2"), (161, "1"), (163, "2"), (164, "4"), (170, "2"), (171, "4")));

        Assert.Equal([new("To Do", true, 1, 2, 2), new("In Progress", false, 1, 3, 3), new StateTime("Done", true, 1, 6, 6)], time.States);
        Assert.Equal(3 / 11.0, time.ActiveShare!.Value, 1e-12);
    }

    [Fact]
    public void Without_a_state_that_says_that_it_waits_no_share_is_said()
    {
        var time = Of(TestHistory.Board, Moved("1", (150, "1"), (160, "2"), (163, "4")));
        Assert.Equal((1, false, null), (time.Items, time.WaitsKnown, time.ActiveShare));
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        var cut = Moved("cut", (150, "1"), (160, "2"), (163, "4")) with { Complete = false };
        var time = Of(WithBlocked, cut, Moved("never", (150, "1"), (163, "4")), Moved("at once", (160, "2"), (160, "4")), Moved("long ago", (1, "1"), (2, "2"), (100, "4")), Moved("open", (150, "1"), (160, "2")));

        Assert.Equal((0, 1, 2, 3, null), (time.Items, time.HistoryIncomplete, time.NeverStarted, time.Finished, time.ActiveShare));
        Assert.Empty(time.States);
    }

    [Fact]
    public void Without_items_there_is_nothing() => Assert.Equal((0, 0), (Of(WithBlocked).Items, Of(WithBlocked).States.Length));

    [Fact]
    public void The_states_share_the_time_from_start_to_finish()
    {
        StartedAndFinishedTests.Histories.List[0, 15].Sample(items =>
        {
            var health = HealthBuilder.Build(TestTeam.Input(items.Select((item, i) => item with { Id = $"{i}", Complete = true })) with { AsOf = At(1000), Workflow = WithBlocked });
            var time = TimeInState.Of(health, 1000);
            var all = health.Flow.Where(f => f.Finished > f.Started && Counted.Is(f.Item)).Sum(f => (f.Finished!.Value - f.Started!.Value).TotalDays);
            Assert.Equal(all, time.TotalDays, 1e-6);
            Assert.InRange(time.ActiveShare ?? 0, 0, 1);
            Assert.All(time.States, s => Assert.True(s.Items > 0 && s.Items <= time.Items && s.MedianDays <= s.TotalDays + 1e-9));
        });
    }

    private static TimeInState Of(Workflow workflow, params ItemHistory[] items) => TimeInState.Of(HealthBuilder.Build(TestTeam.Input(items) with { Workflow = workflow }));

    private static ItemHistory Moved(string id, params (double Day, string State)[] states) =>
        new(id, $"T-{id}", WorkItemKind.Story, null, null, At(states[0].Day), null, [.. states.Select(s => new StateEntry(At(s.Day), s.State, WithBlocked.States.First(w => w.Id == s.State).Name))]);
}
