using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class FinishedBeforeStartedTests
{
    [Fact]
    public void A_finish_before_the_first_start_is_found()
    {
        Assert.Equal("1 of 2 items that were both started and finished: T-1", Say("finished-before-started", Item("1", (0, "To Do"), (3, "Done"), (5, "In Progress")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void A_finish_after_the_start_is_not_found_whatever_follows()
    {
        Assert.Equal("0 of 1 item that was both started and finished", Say("finished-before-started", Item("1", (0, "To Do"), (2, "Review"), (3, "Done"), (5, "In Progress"))));
    }

    [Fact]
    public void An_item_never_started_is_told_elsewhere()
    {
        Assert.Equal("0 of 0 items that were both started and finished", Say("finished-before-started", Item("1", (0, "To Do"), (3, "Done"))));
    }
}
