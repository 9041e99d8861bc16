using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class ImportedItemsTests
{
    private static IEnumerable<ItemHistory> Import(int count, params (double Day, string State)[] then) =>
        Enumerable.Range(0, count).Select(n => Item($"{n}", [(10, "Done"), .. then]));

    [Fact]
    public void Items_imported_finished_count_on_no_day_however_it_is_counted()
    {
        var flow = StartedAndFinished.Of(Import(10), Board, At(50)).ToList();
        Assert.All(flow, f => Assert.Equal((WorkItemState.Finished, (DateTimeOffset?)null), (f.State, f.Finished)));
        Assert.Equal(0, FinishHistory.Of(flow, TeamCalendar.Utc, Day(50)).Total);
        Assert.Equal(0, new KnownFinishes(Import(10), Board, TeamCalendar.Utc, At(50)).Before(Day(50)).Total);
    }

    [Fact]
    public void Nine_that_were_created_finished_count_on_that_day() =>
        Assert.Equal(9, new KnownFinishes(Import(9), Board, TeamCalendar.Utc, At(50)).Before(Day(50)).On(Day(10)));

    [Fact]
    public void One_that_was_taken_up_after_the_import_counts_on_the_day_of_its_new_finish() =>
        Assert.Equal(10, new KnownFinishes(Import(10, (20, "In Progress"), (30, "Done")), Board, TeamCalendar.Utc, At(50)).Before(Day(50)).On(Day(30)));

    [Fact]
    public void One_that_a_change_finished_within_the_hour_counts_on_the_day_of_that_change()
    {
        var items = Enumerable.Range(0, 10).Select(n => Item($"{n}", (10, "To Do"), (10.02, "Done")));
        Assert.Equal(10, new KnownFinishes(items, Board, TeamCalendar.Utc, At(50)).Before(Day(50)).On(Day(10)));
    }

    [Fact]
    public void Items_whose_history_is_cut_short_are_left_as_they_are() =>
        Assert.DoesNotContain(ImportedItems.Mark(Import(10).Select(i => i with { Complete = false }), Board, At(50)), i => i.Imported);

    [Fact]
    public void The_order_stays_and_what_was_not_imported_is_not_marked()
    {
        ItemHistory[] items = [Item("a", (0, "To Do")), .. Import(10), Item("b", (10, "To Do"), (12, "Done"))];
        var marked = ImportedItems.Mark(items, Board, At(50));
        Assert.Equal(items.Select(i => i.Id), marked.Select(i => i.Id));
        Assert.Equal(Enumerable.Range(0, 10).Select(n => $"{n}"), marked.Where(i => i.Imported).Select(i => i.Id));
    }

    [Fact]
    public void Before_the_import_nothing_is_known_of_it() => Assert.DoesNotContain(ImportedItems.Mark(Import(10), Board, At(10)), i => i.Imported);
}
