using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Files;

public sealed class FinishedItemsTests
{
    [Fact]
    public void Each_date_is_an_item_finished_on_that_day_and_without_a_cycle_time()
    {
        DateOnly[] dates = [new(2026, 3, 2), new(2026, 3, 4), new(2026, 3, 4)];
        var flow = FinishedItems.Of(dates, "sales").Select(i => StartedAndFinished.Of(ItemHistories.Of(i), FinishedItems.Profile.Workflow, A.Time("2026-04-01"))!).ToList();

        Assert.Equal(["sales-1", "sales-2", "sales-3"], flow.Select(f => f.Item.Key));
        Assert.Equal(dates, flow.Select(f => TeamCalendar.Utc.DayOf(f.Finished!.Value)));
        Assert.All(flow, f => Assert.Null(CycleTime.Days(f, TeamCalendar.Utc)));
        Assert.Empty(StartedAndFinished.Unmapped(flow.Select(f => f.Item), FinishedItems.Profile.Workflow, A.Time("2026-04-01")));
    }
}
