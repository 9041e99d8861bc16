using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class ChangesTests
{
    private static DailyCounts Weeks(params int[] perWeek) =>
        new(TestHistory.FirstDay, [.. perWeek.SelectMany(n => new[] { n, 0, 0, 0, 0, 0, 0 })]);

    [Fact]
    public void A_clear_drop_is_told_with_its_day_and_both_levels()
    {
        var shift = ThroughputShift.Of(Weeks(6, 7, 6, 8, 7, 6, 7, 6, 8, 7, 6, 7, 3, 2, 3, 4, 3, 3))!;
        Assert.Equal((TestHistory.Day(84), 6.75, 3.0), (shift.Since, shift.BeforePerWeek, shift.NowPerWeek));
        Assert.InRange(shift.Chance, 1.0 / 18564, 3.0 / 18564); // of all 18,564 ways to pick six weeks hardly another is as far off
    }

    [Fact]
    public void An_ordinary_swing_or_a_short_history_is_not_told()
    {
        Assert.Null(ThroughputShift.Of(Weeks(6, 2, 9, 4, 7, 1, 5, 6, 3, 8, 2, 6, 4, 7, 3, 5, 2, 6)));
        Assert.Null(ThroughputShift.Of(Weeks(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5)));
        Assert.Null(ThroughputShift.Of(Weeks(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1)));
    }

    [Fact]
    public void A_team_that_never_changes_is_rarely_told_of_a_shift()
    {
        var random = new Random(5);
        var told = Enumerable.Range(0, 300).Count(_ => ThroughputShift.Of(Weeks([.. Enumerable.Range(0, 18).Select(_ => random.Next(3) * random.Next(9))])) is not null);
        Assert.InRange(told, 0, 10); // one in a hundred is expected: 3, with 10 far outside chance
    }

    [Fact]
    public void Items_that_changed_their_readiness_are_listed()
    {
        var before = WeekBefore.Of(Build(Steady(), Open("a", ready: false), Open("b"), Open("c")), "snapshot");
        var changes = Changes.Of(HealthBuilder.Build(Input(Steady(), Open("a"), Open("b", ready: false), Open("c"), Open("new", ready: false, created: Now - 2)) with { LastWeek = before }));
        Assert.Equal("a", Assert.Single(changes.BecameReady).Item.Id);
        Assert.Equal("b", Assert.Single(changes.NoLongerReady).Item.Id);
        Assert.Equal((3, 7), (changes.Created, changes.Finished)); // "new" and the two steady items created on the days 193 and 194
    }

    [Fact]
    public void A_delivery_moves_by_scope_and_by_pace()
    {
        DeliveryDefinition release = new("Release 2", null, false, ["e"]);
        var epic = Open("e", kind: WorkItemKind.Epic);
        var old = Enumerable.Range(0, 10).Select(i => Open($"s{i}", parent: "e"));
        var added = Enumerable.Range(0, 3).Select(i => Open($"n{i}", parent: "e", created: Now - 2));

        // A week before: ten items at one a day, named for the tenth day from then on. None was finished, three were added.
        var before = HealthBuilder.Build(Input(Steady(), [epic, .. old]) with { AsOf = TestHistory.At(Now - 7), Deliveries = [release] });
        var now = HealthBuilder.Build(Input(Steady(), [epic, .. old, .. added]) with { Deliveries = [release], LastWeek = WeekBefore.Of(before, "history") });
        var move = Assert.Single(Changes.Of(now).Deliveries);
        Assert.Equal(new DeliveryMove("Release 2", TestHistory.Day(Now + 2), TestHistory.Day(Now + 12), 10, 3, 7, 10, 13), move);
    }

    [Fact]
    public void Without_a_week_before_only_the_history_speaks()
    {
        var changes = Changes.Of(Build(Steady(), Waiting(5, 5)));
        Assert.Empty(changes.Deliveries);
        Assert.Empty(changes.BecameReady);
        Assert.Equal(7, changes.Finished);
    }

    [Fact]
    public void The_week_before_keeps_what_next_weeks_report_needs()
    {
        var health = Build(Steady(), [.. Waiting(3, 2), Open("e", ready: false, kind: WorkItemKind.Epic)]);
        var before = WeekBefore.Of(health, "history");
        Assert.Equal((TestHistory.At(Now), "history", health.Runway.Weeks85, 90.0, 3), (before.AsOf, before.From, before.Weeks85, before.MedianClarity, before.OpenItems));
        Assert.Equal(new ItemThen(50, false), before.Items["w002"]);
        Assert.Equal(new DeliveryThen(TestHistory.Day(Now + 2), 3), before.Deliveries["The next 3 items"]);
    }
}
