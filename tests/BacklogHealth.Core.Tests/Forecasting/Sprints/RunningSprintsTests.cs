using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Sprints;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Forecasting.Sprints;

/// <summary>Sprints of ten days: number n begins on day 10n. "Now" is day 73, the fourth day of sprint 7.</summary>
public sealed class RunningSprintsTests
{
    private const double Now = 73;

    private readonly List<ItemHistory> _items = [];
    private readonly List<SprintHistory> _stays = [];

    [Fact]
    public void Past_sprints_are_seen_at_the_same_share_of_their_time()
    {
        foreach (var sprint in Enumerable.Range(0, 7))
        {
            Add(sprint, done: 2);
            Add(sprint, done: 5);
            Add(sprint, done: sprint < 3 ? 8 : 14);
        }

        Add(7, done: 2);
        Add(7, started: 1);
        Add(7);

        var said = Assert.Single(Outlooks());

        Assert.Equal((1, 1, 1), (said.Now.Done, said.Now.Started, said.Now.NotStarted));
        Assert.Equal(0.3, said.Now.Elapsed, 9);
        Assert.Equal(TestHistory.Day(80), said.Now.LastDay);
        Assert.Equal((3, 4, 0), (said.DoneWithAsMuch, said.NotDoneWithNoMore, said.TellLittle));
        Assert.Null(said.WhyNot);
    }

    [Fact]
    public void An_item_taken_out_unfinished_is_left_over_and_one_added_later_was_not_left()
    {
        foreach (var sprint in Enumerable.Range(0, 7))
        {
            Add(sprint, leaves: 6);
            Add(sprint, done: 9, joins: 5);
        }

        Add(7);

        Assert.Equal(7, Assert.Single(Outlooks()).NotDoneWithNoMore);
    }

    [Fact]
    public void Nothing_that_happens_later_changes_what_is_said()
    {
        foreach (var sprint in Enumerable.Range(0, 8))
        {
            Add(sprint, done: 4);
            Add(sprint, done: sprint % 2 == 0 ? 9 : 12);
        }

        var before = Assert.Single(Outlooks());
        Add(7, joins: 5);
        Add(8, done: 1);
        _items[1] = _items[1] with { States = [.. _items[1].States, new StateEntry(TestHistory.At(75), "1", "To Do")] };
        var after = Assert.Single(Outlooks());

        Assert.Equal(before.LeftOver, after.LeftOver);
        Assert.Equal(before.Now, after.Now);
    }

    [Fact]
    public void Epics_sub_tasks_and_dropped_items_are_not_counted()
    {
        Add(7);
        Add(7);
        Add(7);
        Add(7);
        _items[1] = _items[1] with { Kind = WorkItemKind.Epic };
        _items[2] = _items[2] with { Kind = WorkItemKind.SubTask };
        _items[3] = _items[3] with { Discarded = true };

        Assert.Equal(1, Assert.Single(Outlooks()).Now.ItemsLeft);
    }

    [Fact]
    public void A_missing_estimate_leaves_the_sprint_without_points()
    {
        Add(7);
        Add(7);
        _items[0] = _items[0] with { StoryPoints = 5 };
        Assert.Null(Assert.Single(Outlooks()).Now.PointsLeft);

        _items[1] = _items[1] with { StoryPoints = 3 };
        Assert.Equal(8, Assert.Single(Outlooks()).Now.PointsLeft);
    }

    [Fact]
    public void Where_no_sprint_runs_nothing_is_said() => Assert.Empty(Outlooks(now: 95));

    [Fact]
    public void A_sprint_closed_early_is_over() =>
        Assert.Empty(Outlooks(sprints: [Sprint(7) with { Completed = TestHistory.At(72) }]));

    [Fact]
    public void Days_off_are_no_time_of_a_sprint()
    {
        foreach (var sprint in Enumerable.Range(0, 7))
        {
            Add(sprint, done: 4);
        }

        Add(7);
        Assert.Null(Assert.Single(Outlooks()).WhyNot);

        // Three of its ten days are off, so that three of seven have passed; at that share of theirs nothing was left in the past ones.
        var said = Assert.Single(Outlooks(off: DaysOff.Of([TestHistory.Day(75), TestHistory.Day(76), TestHistory.Day(77), TestHistory.Day(85)])));
        Assert.Equal((3.0 / 7, 7.0), (said.Now.Elapsed, said.Now.Days));
        Assert.NotNull(said.WhyNot);
        Assert.Empty(Outlooks(off: DaysOff.Of(Enumerable.Range(70, 11).Select(TestHistory.Day))));
    }

    private ImmutableArray<SprintOutlook> Outlooks(double now = Now, ImmutableArray<Sprint>? sprints = null, DaysOff? off = null) =>
        new RunningSprints(sprints ?? [.. Enumerable.Range(0, 9).Select(Sprint)], _items, _stays, TestHistory.Board, TeamCalendar.Utc, TestHistory.At(now), off).Outlooks();

    private static Sprint Sprint(int number) =>
        new($"{number}", $"Sprint {number}", null, SprintPhase.Closed, TestHistory.At(10 * number), TestHistory.At((10 * number) + 10), null);

    // Days count from the beginning of the sprint.
    private void Add(int sprint, double? done = null, double? started = null, double? joins = null, double? leaves = null)
    {
        var (first, id) = (10.0 * sprint, $"i{_items.Count}");
        List<(double, string)> states = [(first - 1, "To Do")];
        if (started is { } s)
        {
            states.Add((first + s, "In Progress"));
        }

        if (done is { } d)
        {
            states.Add((first + d, "Done"));
        }

        _items.Add(TestHistory.Item(id, [.. states]));
        List<SprintChange> changes = [];
        if (joins is { } j)
        {
            changes.Add(new SprintChange(TestHistory.At(first + j), null, $"{sprint}"));
        }

        if (leaves is { } l)
        {
            changes.Add(new SprintChange(TestHistory.At(first + l), $"{sprint}, 99", "99"));
        }

        _stays.Add(SprintHistory.Of(id, TestHistory.At(first - 1), [$"{sprint}"], changes));
    }
}
