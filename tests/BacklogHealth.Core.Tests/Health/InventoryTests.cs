using BacklogHealth.Core.Health;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class InventoryTests
{
    [Fact]
    public void Stock_lasts_as_long_as_the_median_week_takes_to_finish_it()
    {
        var stock = Inventory.Of(Build(Steady(), Waiting(30, 10)));
        Assert.Equal(new Inventory(30, 84, 12, 7), stock);
        Assert.Equal(30 / 7.0, stock.Weeks);
    }

    [Fact]
    public void One_week_in_which_all_was_closed_at_once_makes_no_pace()
    {
        var closed = Enumerable.Range(0, 40).Select(i => Flow.TestHistory.Item($"c{i}", (10, "To Do"), (180, "Done")));
        Assert.Equal(7, Inventory.Of(Build([.. Steady(), .. closed], Waiting(30, 10))).PerWeek);
        Assert.Equal((40, 0.0, null), (Inventory.Of(Build(closed)).Finished, Inventory.Of(Build(closed)).PerWeek, Inventory.Of(Build(closed)).Weeks));
    }

    [Fact]
    public void Weeks_before_the_first_item_are_not_looked_at()
    {
        // The first item was created 15 days ago: two whole weeks.
        Assert.Equal((2, 7.0), (Inventory.Of(Build(Steady(10))).WeeksLookedAt, Inventory.Of(Build(Steady(14).Skip(0))).PerWeek));
    }

    [Fact]
    public void Too_few_finished_items_make_no_pace()
    {
        Assert.Null(Inventory.Of(Build(Steady(4), Waiting(3, 3))).Weeks);
        Assert.Equal(new Inventory(0, 0, 0, null), Inventory.Of(Build([])));
    }
}
