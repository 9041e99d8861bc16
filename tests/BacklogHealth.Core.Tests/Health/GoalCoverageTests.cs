using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.Tests.Health.Duties;
using BacklogHealth.Core.Tests.Health.Quality;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health;

public sealed class GoalCoverageTests
{
    [Fact]
    public void Each_week_shows_what_was_finished_begun_and_open_at_its_end()
    {
        var coverage = Of(3, Epic("e", (1, "To Do")),
            Item("a", (100, "To Do"), (180, "In Progress"), (190, "Done")).Under("e"),
            Item("b", (195, "To Do")).Under("e"),
            Item("c", (100, "To Do"), (188, "In Progress")),
            Item("d", (50, "To Do"), (90, "Done")),
            Item("bug", (50, "To Do"), (199, "In Progress")).Kind(WorkItemKind.Bug),
            Item("dropped", (50, "To Do"), (190, "Closed")) with { Discarded = true });

        Assert.True(coverage.HasGoals);
        Assert.Equal([Day(186), Day(193), Day(200)], coverage.Weeks.Select(w => w.Day));
        Assert.Equal([new(0, 0), new(1, 1), new Covered(0, 0)], coverage.Weeks.Select(w => w.FinishedInWeek));
        Assert.Equal([new(0, 0), new(1, 1), new Covered(1, 1)], coverage.Weeks.Select(w => w.Finished)); // d ended more than twelve weeks before each
        Assert.Equal([new(1, 1), new(0, 1), new Covered(0, 1)], coverage.Weeks.Select(w => w.InProgress));
        Assert.Equal([new(1, 2), new(0, 1), new Covered(1, 2)], coverage.Weeks.Select(w => w.Open));
        Assert.Equal(0.5, coverage.Now.Open.Share);
        Assert.Null(coverage.Now.FinishedInWeek.Share);
    }

    [Fact]
    public void Twelve_weeks_are_looked_back_at() =>
        Assert.Equal([1, 1, 0], Of(3, Item("a", (50, "To Do"), (109, "Done"))).Weeks.Select(w => w.Finished.Items));

    [Fact]
    public void No_week_lies_before_the_first_item_and_without_items_there_is_one_of_nothing()
    {
        Assert.Equal(2, Of(26, Item("a", (185, "To Do"))).Weeks.Length);
        Assert.Single(Of(26, Item("a", (199, "To Do"))).Weeks);
        var nothing = Of(26);
        Assert.Equal((1, new Covered(0, 0), false), (nothing.Weeks.Length, nothing.Now.Open, nothing.HasGoals));
    }

    [Fact]
    public void An_item_finished_on_an_unknown_day_is_in_no_week() =>
        Assert.Equal(new Covered(0, 0), Of(1, Item("a", (100, "Done")) with { Complete = false }).Now.Open);

    [Fact]
    public void The_last_week_is_what_the_duty_says()
    {
        var duty = new TestDuty
        {
            Items =
            [
                Epic("e", (1, "To Do")), .. Done(4, 380, 390, "x").Select(i => i.Under("e")), .. Done(3, 380, 395, "y"),
                .. Enumerable.Range(1, 6).Select(i => Item($"p{i}", (300, "To Do"), (399, "In Progress")) with { ParentId = i > 2 ? "e" : null }), .. Enumerable.Range(1, 5).Select(i => Item($"o{i}", (300, "To Do"))),
            ],
        };
        var now = GoalCoverage.Of(duty.Health()).Now;

        Assert.Equal(["4 of 7 (57 %)", "4 of 6 (67 %)", "4 of 11 (36 %)"], new[] { "goal-coverage-finished", "goal-coverage-wip", "goal-coverage-open" }.Select(duty.Ask));
        Assert.Equal([new(4, 7), new(4, 6), new Covered(4, 11)], [now.Finished, now.InProgress, now.Open]);
    }

    [Fact]
    public void Shares_are_shares_and_the_end_is_what_is_open_now()
    {
        Gen.Select(StartedAndFinishedTests.Histories, Gen.Bool).List[0, 15].Sample(items =>
        {
            var health = HealthBuilder.Build(TestTeam.Input([Epic("e", (1, "To Do")), .. items.Select((x, i) => x.Item1 with { Id = $"{i}", ParentId = x.Item2 ? "e" : null })]) with { AsOf = At(60) });
            var coverage = GoalCoverage.Of(health, 9);
            Assert.All(coverage.Weeks.SelectMany(w => new[] { w.FinishedInWeek, w.Finished, w.InProgress, w.Open }), c => Assert.InRange(c.Share ?? 0, 0, 1));
            Assert.All(coverage.Weeks, w => Assert.True(w.InProgress.Items <= w.Open.Items && w.FinishedInWeek.Items <= w.Finished.Items));
            var counted = health.Flow.Where(f => Counted.Is(f.Item) && f.Item.Kind != WorkItemKind.Bug).ToList();
            Assert.Equal(counted.Count(f => f.State != WorkItemState.Finished), coverage.Now.Open.Items);
            Assert.Equal(counted.Count(f => f.State == WorkItemState.Started), coverage.Now.InProgress.Items);
        });
    }

    private static GoalCoverage Of(int weeks, params ItemHistory[] items) => GoalCoverage.Of(HealthBuilder.Build(TestTeam.Input(items)), weeks);
}
