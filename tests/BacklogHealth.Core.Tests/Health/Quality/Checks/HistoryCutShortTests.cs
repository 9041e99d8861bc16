using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class HistoryCutShortTests
{
    [Fact]
    public void An_item_without_its_whole_history_is_found()
    {
        Assert.Equal("1 of 2 items: T-1", Say("history-cut-short", Item("1", (0, "To Do")) with { Complete = false }, Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }
}
