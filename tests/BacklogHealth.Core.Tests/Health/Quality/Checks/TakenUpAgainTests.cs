using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class TakenUpAgainTests
{
    [Fact]
    public void An_item_finished_and_taken_up_again_is_found_even_where_it_is_finished_now()
    {
        Assert.Equal("1 of 2 items that were ever finished: T-1", Say("reopened", Item("1", (0, "To Do"), (3, "Done"), (5, "To Do"), (6, "Done")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void A_step_between_finished_states_is_not()
    {
        Assert.Equal("0 of 1 item that was ever finished", Say("reopened", Item("1", (0, "To Do"), (3, "Done"), (5, "Closed"))));
    }

    [Fact]
    public void A_step_back_by_a_move_is_not()
    {
        Assert.Equal("0 of 1 item that was ever finished", Say("reopened", Item("1", (0, "To Do"), (3, "Done"), (5, "To Do"), (6, "Done")).Reset(2)));
    }
}
