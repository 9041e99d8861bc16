using System.Collections.Immutable;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class BlockedByFinishedTests
{
    private static QualityFacts Blocked(params string[] keys) => new() { BlockedBy = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal) { ["1"] = [.. keys] } };

    private static string Told(string[] keys, params IEnumerable<ItemHistory> items) => Say(Ask("blocked-by-finished", Blocked(keys), items));

    [Fact]
    public void An_open_item_whose_blockers_are_all_finished_is_found()
    {
        Assert.Equal("1 of 1 open item that is blocked by another one of the team: T-1", Told(["T-2", "t-3"], Item("1", (0, "To Do")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done")), Item("3", (0, "Done"))));
    }

    [Fact]
    public void One_open_blocker_is_reason_enough()
    {
        Assert.Equal("0 of 1 open item that is blocked by another one of the team", Told(["T-2", "T-3"], Item("1", (0, "To Do")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done")), Item("3", (0, "To Do"))));
    }

    [Fact]
    public void A_blocker_elsewhere_may_still_block()
    {
        Assert.Equal("0 of 1 open item that is blocked by another one of the team", Told(["T-2", "ELSE-1"], Item("1", (0, "To Do")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
        Assert.Equal("0 of 0 open items that are blocked by others of the team", Told(["ELSE-1"], Item("1", (0, "To Do")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void A_finished_item_is_blocked_no_more()
    {
        Assert.Equal("0 of 0 open items that are blocked by others of the team", Told(["T-2"], Item("1", (0, "To Do"), (1, "Done")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void An_item_that_blocks_itself_is_not_found()
    {
        Assert.Equal("0 of 1 open item that is blocked by another one of the team", Told(["T-1"], Item("1", (0, "To Do"))));
    }
}
