using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class BackOnTheBoardTests
{
    [Fact]
    public void An_item_moved_back_among_started_states_is_found()
    {
        Assert.Equal("1 of 2 items that were ever started: T-1", Say("back-on-the-board", Item("1", (0, "To Do"), (2, "Review"), (3, "In Progress")), Item("2", (0, "To Do"), (2, "In Progress"), (3, "Review"))));
    }

    [Fact]
    public void A_step_through_a_state_that_the_workflow_does_not_name_says_nothing()
    {
        Assert.Equal("0 of 1 item that was ever started", Say("back-on-the-board", Item("1", (0, "To Do"), (2, "Review"), (3, "Limbo"), (4, "In Progress"))));
    }

    [Fact]
    public void A_step_back_to_not_started_is_told_elsewhere()
    {
        Assert.Equal("0 of 1 item that was ever started", Say("back-on-the-board", Item("1", (0, "To Do"), (2, "Review"), (3, "To Do"))));
    }
}
