using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class FinishedNeverStartedTests
{
    [Fact]
    public void An_item_finished_without_a_start_is_found()
    {
        Assert.Equal("1 of 2 finished items: T-1", Say("finished-never-started", Item("1", (0, "To Do"), (4, "Done")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void A_start_in_any_started_state_will_do()
    {
        Assert.Equal("0 of 1 finished item", Say("finished-never-started", Item("1", (0, "To Do"), (4, "Review"), (4, "Done"))));
    }

    [Fact]
    public void Where_the_history_is_cut_short_nothing_is_said()
    {
        Assert.Equal("0 of 0 finished items", Say("finished-never-started", Item("1", (0, "To Do"), (4, "Done")) with { Complete = false }));
    }

    [Fact]
    public void Epics_and_dropped_items_are_not_looked_at()
    {
        Assert.Equal("0 of 0 finished items", Say("finished-never-started", Item("1", (0, "To Do"), (4, "Done")).Kind(WorkItemKind.Epic), Item("2", (0, "To Do"), (4, "Done")) with { Discarded = true }));
    }
}
