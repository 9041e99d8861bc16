using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class ParentNotStartedTests
{
    [Fact]
    public void A_waiting_parent_of_a_begun_item_is_found()
    {
        Assert.Equal("1 of 2 parents of items that were begun: T-e1", Say("parent-not-started", Item("e1", (0, "To Do")).Kind(WorkItemKind.Epic), Item("1", (1, "To Do"), (2, "In Progress")).Under("e1"), Item("e2", (0, "To Do"), (1, "In Progress")).Kind(WorkItemKind.Epic), Item("2", (1, "To Do"), (2, "Done")).Under("e2")));
    }

    [Fact]
    public void A_parent_whose_items_all_wait_is_not()
    {
        Assert.Equal("0 of 0 parents of items that were begun", Say("parent-not-started", Item("e1", (0, "To Do")), Item("1", (1, "To Do")).Under("e1")));
    }

    [Fact]
    public void A_child_that_was_dropped_begins_nothing()
    {
        Assert.Equal("0 of 0 parents of items that were begun", Say("parent-not-started", Item("e1", (0, "To Do")), Item("1", (1, "To Do"), (2, "Done")).Under("e1") with { Discarded = true }));
    }

    [Fact]
    public void Parents_in_a_circle_end()
    {
        Assert.Equal("1 of 2 parents of items that were begun: T-1", Say("parent-not-started", Item("1", (0, "To Do")).Under("2"), Item("2", (0, "To Do"), (1, "Review")).Under("1"), Item("3", (0, "To Do"), (1, "Review")).Under("2")));
    }
}
