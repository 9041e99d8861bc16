using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Files;

public sealed class FileHistoryTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static string Shown(FileHistory history) =>
        FormattableString.Invariant($"{(history.Created - Monday).TotalDays}: {string.Concat(history.Changes.Select(c => FormattableString.Invariant($"{c.From!.Text} →{(c.At - Monday).TotalDays} ")))}{history.State}, {(history.Complete ? "complete" : history.Doubts.ToString())}");

    [Fact]
    public void With_all_dates_the_history_is_complete() =>
        Assert.Equal("0: To Do →1 In Progress →3 Done, complete", Shown(FileHistory.Of(Monday, true, "Done", Monday.AddDays(1), Monday.AddDays(3), null)));

    [Fact]
    public void Minutes_in_progress_stand_for_a_missing_start() =>
        Assert.Equal("0: To Do →2 In Progress →3 Done, complete", Shown(FileHistory.Of(Monday, true, "Done", null, Monday.AddDays(3), 1440)));

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    public void Without_a_start_the_history_is_not_complete(double? minutes) =>
        Assert.Equal("0: To Do →3 Done, StartUnknown", Shown(FileHistory.Of(Monday, true, "Done", null, Monday.AddDays(3), minutes)));

    [Fact]
    public void More_minutes_in_progress_than_the_item_is_old_begin_with_it() =>
        Assert.Equal("0: To Do →0 In Progress →1 Done, DatesContradict", Shown(FileHistory.Of(Monday, true, "Done", null, Monday.AddDays(1), 100_000)));

    [Fact]
    public void Resolved_before_created_keeps_the_day_on_which_it_was_resolved() =>
        Assert.Equal("-2: To Do →-2 Done, StartUnknown, DatesContradict", Shown(FileHistory.Of(Monday, true, "Done", null, Monday.AddDays(-2), null)));

    [Fact]
    public void A_resolved_item_counts_as_finished_whatever_its_status_says() =>
        Assert.Equal("0: To Do →1 In Progress →3 Done, StatusContradicts", Shown(FileHistory.Of(Monday, true, "Reopened", Monday.AddDays(1), Monday.AddDays(3), null)));

    [Fact]
    public void Finished_without_a_date_is_finished_at_an_unknown_time() => Assert.Equal("0: Closed, EndUnknown", Shown(FileHistory.Of(Monday, true, "Closed", null, null, null)));

    [Fact]
    public void An_open_item_is_where_its_status_says()
    {
        Assert.Equal("0: Backlog, complete", Shown(FileHistory.Of(Monday, true, "Backlog", null, null, null)));
        Assert.Equal("0: To Do →1 In Review, complete", Shown(FileHistory.Of(Monday, true, "In Review", Monday.AddDays(1), null, null)));
        Assert.Equal("0: In Review, StartUnknown", Shown(FileHistory.Of(Monday, true, "In Review", null, null, null)));
        Assert.Equal("0: To Do, complete", Shown(FileHistory.Of(Monday, true, null, null, null, null)));
    }

    [Fact]
    public void Whatever_the_dates_no_change_comes_before_the_creation_or_the_change_before()
    {
        var instant = Gen.Int[-40_000, 40_000].Select(h => Monday.AddHours(h));
        Gen.Select(instant, Gen.Bool, Gen.OneOf(instant.Select(i => (DateTimeOffset?)i), Gen.Const((DateTimeOffset?)null)), Gen.OneOf(instant.Select(i => (DateTimeOffset?)i), Gen.Const((DateTimeOffset?)null)), Gen.Double[0, 1e12]).Sample((created, known, started, resolved, minutes) =>
        {
            var history = FileHistory.Of(created, known, "Done", started, resolved, minutes);
            var before = history.Created;
            foreach (var change in history.Changes)
            {
                Assert.True(change.At >= before);
                before = change.At;
            }

            Assert.Equal(resolved is not null, history.Meaning == WorkItemState.Finished && !history.Changes.IsEmpty);
            Assert.Equal(resolved ?? before, before);
        }, threads: 1);
    }
}
