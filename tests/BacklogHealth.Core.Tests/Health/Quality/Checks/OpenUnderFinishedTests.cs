using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class OpenUnderFinishedTests
{
    [Fact]
    public void An_open_item_under_a_finished_parent_is_found()
    {
        Assert.Equal("1 of 2 open items with a parent: T-1", Say("open-under-finished", Item("e1", (0, "To Do"), (3, "Done")).Kind(WorkItemKind.Epic), Item("1", (1, "To Do")).Under("e1"), Item("e2", (0, "To Do")), Item("2", (1, "To Do")).Under("e2")));
    }

    [Fact]
    public void A_finished_item_is_not()
    {
        Assert.Equal("0 of 0 open items with a parent", Say("open-under-finished", Item("e1", (0, "To Do"), (3, "Done")), Item("1", (1, "To Do"), (9, "Done")).Under("e1")));
    }

    [Fact]
    public void A_parent_that_is_not_there_says_nothing()
    {
        Assert.Equal("0 of 0 open items with a parent", Say("open-under-finished", Item("1", (1, "To Do")).Under("elsewhere")));
    }
}
