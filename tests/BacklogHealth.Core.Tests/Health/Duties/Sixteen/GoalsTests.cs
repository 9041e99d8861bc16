using BacklogHealth.Core.Tests.Health.Quality;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class GoalsTests
{
    private static IEnumerable<ItemHistory> Open(int count, string? parent, string prefix) => Enumerable.Range(1, count).Select(i => Item($"{prefix}{i}", (300, "To Do")) with { ParentId = parent });

    [Fact]
    public void An_item_stands_under_an_epic_directly_through_another_or_outside_of_the_team()
    {
        var duty = new TestDuty
        {
            Items = [Epic("e", (1, "To Do")), .. Open(2, "e", "a"), .. Open(1, "a1", "b"), .. Open(1, "elsewhere", "c"), .. Open(4, null, "d"), Item("bug", (300, "To Do")).Kind(WorkItemKind.Bug)],
        };

        Assert.Equal("4 of 8 (50 %)", duty.Ask("goal-coverage-open"));
    }

    [Fact]
    public void Parents_in_a_circle_lead_nowhere() =>
        Assert.Equal("0 of 5 (0 %)", new TestDuty { Items = [Item("x", (1, "To Do")).Under("y"), Item("y", (1, "To Do")).Under("x"), .. Open(3, null, "d")] }.Ask("goal-coverage-open"));

    [Fact]
    public void A_tracker_without_epics_is_not_blamed() => Assert.Equal("The tracker holds no epics, and no item has a parent.", new TestDuty { Items = [.. Open(6, null, "d")] }.Ask("goal-coverage-open"));

    [Theory]
    [InlineData("A guest can pay with iDEAL", true)]
    [InlineData("CHK-1, CHK-2 and CHK-3: pay", true)]
    [InlineData("CHK-1, CHK-22, CHK-333", false)]
    [InlineData("#12 & #13", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_goal_says_more_than_keys(string? goal, bool says)
    {
        var duty = new TestDuty { Sprints = [.. Enumerable.Range(1, 4).Select(i => Closed($"{i}", 300 + (14 * i), "Pay by invoice")), Closed("5", 380, goal)] };

        Assert.Equal(says ? "5 of 5 (100 %)" : "4 of 5 (80 %)", duty.Ask("sprint-goals"));
    }

    [Fact]
    public void Where_no_sprint_ever_had_a_goal_nothing_is_said() =>
        Assert.Equal("No sprint has ever had a goal; the tracker may have no field for it.", new TestDuty { Sprints = [.. Enumerable.Range(1, 6).Select(i => Closed($"{i}", 300 + (14 * i)))] }.Ask("sprint-goals"));

    [Fact]
    public void Epics_worked_on_at_once_are_those_above_items_in_progress()
    {
        var duty = new TestDuty { Items = [Epic("e1", (1, "To Do")), Epic("e2", (1, "To Do")), Epic("e3", (1, "To Do"), (2, "In Progress")), .. new[] { "e1", "e1", "e2" }.Select((e, i) => Item($"{i}", (300, "To Do"), (390, "In Progress")).Under(e)), Item("w", (300, "To Do")).Under("e3")] };

        Assert.Equal("2 epics", duty.Ask("goals-at-once"));
    }
}
