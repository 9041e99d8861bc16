using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class ClosedInBulkTests
{
    // So many items finished on each of the days before day 50, and a heap of them on day 60.
    private static IEnumerable<ItemHistory> Days(int perDay, int heap) =>
    [
        .. from day in Enumerable.Range(20, 30) from nth in Enumerable.Range(0, perDay) select Item($"{day}-{nth}", (day - 9, "To Do"), (day - 3, "In Progress"), (day, "Done")),
        .. Enumerable.Range(0, heap).Select(n => Item($"heap-{n}", (n, "To Do"), (n + 1, "In Progress"), (60, "Done"))),
    ];

    [Fact]
    public void A_day_far_above_the_others_is_found_with_its_items()
    {
        var problem = Ask("closed-in-bulk", QualityFacts.None, Days(perDay: 2, heap: 10));
        Assert.Equal("10 of 70 finished items", problem.Share.ToString());
        Assert.Equal([new Period(Day(60), Day(61))], problem.Days);
        Assert.All(problem.Items, key => Assert.StartsWith("T-heap-", key, StringComparison.Ordinal));
    }

    [Fact]
    public void Nine_items_are_no_bulk()
    {
        Assert.Equal("0 of 69 finished items", Say("closed-in-bulk", Days(perDay: 2, heap: 9)));
    }

    [Fact]
    public void Less_than_three_times_the_usual_is_none()
    {
        Assert.Equal("0 of 131 finished items", Say("closed-in-bulk", Days(perDay: 4, heap: 11)));
        Assert.Equal("12 of 132 finished items", Ask("closed-in-bulk", QualityFacts.None, Days(perDay: 4, heap: 12)).Share.ToString());
    }

    [Fact]
    public void Everything_on_one_day_is_a_bulk()
    {
        Assert.Equal("10 of 10 finished items", Ask("closed-in-bulk", QualityFacts.None, Days(perDay: 0, heap: 10)).Share.ToString());
    }
}
