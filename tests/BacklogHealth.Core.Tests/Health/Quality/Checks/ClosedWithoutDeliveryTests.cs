using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class ClosedWithoutDeliveryTests
{
    [Fact]
    public void A_closed_item_that_was_dropped_is_found_and_a_delivered_one_is_not()
    {
        Assert.Equal("1 of 2 closed items: T-1", Say("closed-without-delivery", Item("1", (0, "To Do"), (3, "Done")) with { Discarded = true }, Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done"))));
    }

    [Fact]
    public void An_open_item_is_not()
    {
        Assert.Equal("0 of 0 closed items", Say("closed-without-delivery", Item("1", (0, "To Do")) with { Discarded = true }));
    }
}
