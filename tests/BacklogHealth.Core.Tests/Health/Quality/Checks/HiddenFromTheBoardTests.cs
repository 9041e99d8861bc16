using BacklogHealth.Core.Health.Quality;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class HiddenFromTheBoardTests
{
    [Fact]
    public void An_item_in_a_state_that_the_workflow_does_not_name_is_found()
    {
        Assert.Equal("1 of 2 items: T-1", Say("hidden-from-the-board", Item("1", (0, "To Do"), (1, "Limbo")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void One_that_has_left_such_a_state_is_not()
    {
        Assert.Equal("0 of 1 item", Say("hidden-from-the-board", Item("1", (0, "Limbo"), (1, "To Do"))));
    }

    [Fact]
    public void One_that_cannot_be_seen_is_found_from_that_day_on()
    {
        QualityFacts Since(double day) => new() { Invisible = [new("T-9", At(0), At(day))] };
        Assert.Equal("1 of 2 items: T-9", Say(Ask("hidden-from-the-board", Since(Now - 1), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done")))));
        Assert.Equal("0 of 1 item", Say(Ask("hidden-from-the-board", Since(Now), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done")))));
    }
}
