using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class ImportedHistoryTests
{
    // Items created finished, so many minutes apart.
    private static IEnumerable<ItemHistory> Import(int count, double minutesApart = 0.9) =>
        Enumerable.Range(0, count).Select(n => Item($"{n}", (10 + (n * minutesApart / 1440), "Done")));

    [Fact]
    public void Ten_items_created_finished_within_minutes_are_found()
    {
        Assert.Equal("10 of 10 finished items", Ask("imported-history", QualityFacts.None, Import(10)).Share.ToString());
    }

    [Fact]
    public void Nine_are_not_and_neither_are_ten_over_a_morning()
    {
        Assert.Equal("0 of 9 finished items", Say("imported-history", Import(9)));
        Assert.Equal("0 of 10 finished items", Say("imported-history", Import(10, minutesApart: 2)));
    }

    [Fact]
    public void Items_created_at_once_and_finished_in_their_own_time_are_not()
    {
        Assert.Equal("0 of 20 finished items", Say("imported-history", Enumerable.Range(0, 20).Select(n => Item($"{n}", (10, "To Do"), (12 + n, "Done")))));
    }

    [Fact]
    public void What_was_imported_is_told_there_alone()
    {
        Assert.Equal("0 of 0 finished items", Say("finished-never-started", Import(10)));
        Assert.Equal("0 of 0 items with their whole history", Say("created-late", Import(10)));
    }
}
