using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class ChangedAfterDoneTests
{
    [Fact]
    public void A_step_to_another_finished_state_on_a_later_day_is_found()
    {
        Assert.Equal("1 of 2 finished items: T-1", Say("changed-after-done", Item("1", (0, "To Do"), (3, "Done"), (4, "Closed")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void On_the_same_day_it_is_not()
    {
        Assert.Equal("0 of 1 finished item", Say("changed-after-done", Item("1", (0, "To Do"), (3, "Done"), (3.5, "Closed"))));
    }

    [Fact]
    public void What_happened_before_the_last_finish_is_told_as_reopened()
    {
        Assert.Equal("0 of 1 finished item", Say("changed-after-done", Item("1", (0, "To Do"), (3, "Done"), (5, "In Progress"), (9, "Closed"))));
    }

    [Fact]
    public void The_finish_stays_on_the_first_of_these_days()
    {
        Assert.Equal(At(3), Seen(Item("1", (0, "To Do"), (3, "Done"), (4, "Closed"))).Finished);
    }
}
