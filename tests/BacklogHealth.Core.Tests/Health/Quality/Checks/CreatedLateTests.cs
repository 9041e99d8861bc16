using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class CreatedLateTests
{
    [Fact]
    public void An_item_created_started_or_finished_is_found()
    {
        Assert.Equal("2 of 3 items with their whole history: T-1, T-3", Say("created-late", Item("1", (1, "In Progress")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done")), Item("3", (0, "Done"))));
    }

    [Fact]
    public void An_item_started_a_moment_after_its_creation_is_not()
    {
        Assert.Equal("0 of 1 item with its whole history", Say("created-late", Item("1", (0, "To Do"), (0, "In Progress"))));
    }

    [Fact]
    public void A_first_state_that_the_workflow_does_not_name_means_not_started()
    {
        Assert.Equal("0 of 1 item with its whole history", Say("created-late", Item("1", (0, "Limbo"))));
    }
}
