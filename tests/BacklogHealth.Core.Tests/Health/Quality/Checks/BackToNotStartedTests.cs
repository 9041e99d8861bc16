using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class BackToNotStartedTests
{
    [Fact]
    public void An_item_put_back_from_started_is_found()
    {
        Assert.Equal("1 of 2 items that were ever started: T-1", Say("back-to-not-started", Item("1", (0, "To Do"), (3, "Review"), (4, "To Do")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void One_put_back_from_finished_is_told_as_reopened()
    {
        Assert.Equal("0 of 1 item that was ever started", Say("back-to-not-started", Item("1", (0, "To Do"), (2, "Review"), (3, "Done"), (4, "To Do"))));
    }

    [Fact]
    public void One_put_back_by_a_move_is_not_found()
    {
        Assert.Equal("0 of 1 item that was ever started", Say("back-to-not-started", Item("1", (0, "To Do"), (3, "Review"), (4, "To Do")).Reset(2)));
    }
}
