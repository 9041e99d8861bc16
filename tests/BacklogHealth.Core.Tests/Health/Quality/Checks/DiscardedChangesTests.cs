using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class DiscardedChangesTests
{
    [Fact]
    public void A_change_to_a_state_that_the_workflow_does_not_name_is_found()
    {
        Assert.Equal("1 of 2 items that changed their state: T-1", Say("discarded-changes", Item("1", (0, "To Do"), (1, "Limbo"), (2, "Done")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void A_change_that_a_move_made_is_found()
    {
        Assert.Equal("1 of 1 item that changed its state: T-1", Say("discarded-changes", Item("1", (0, "To Do"), (1, "Done"), (2, "To Do")).Reset(2)));
    }

    [Fact]
    public void An_item_that_was_created_there_and_never_moved_changed_nothing()
    {
        Assert.Equal("0 of 0 items that changed their state", Say("discarded-changes", Item("1", (0, "Limbo"))));
    }
}
