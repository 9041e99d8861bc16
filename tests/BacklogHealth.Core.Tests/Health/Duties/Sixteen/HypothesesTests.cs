using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Tests.Health.Quality;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class HypothesesTests
{
    private static readonly IEnumerable<ItemHistory> FiveEpics = Enumerable.Range(1, 5).Select(i => Epic($"e{i}", (200, "To Do"), (210, "In Progress"), (300, "Done")));

    [Fact]
    public void An_epic_of_which_somebody_told_what_came_is_counted_among_those_of_a_year()
    {
        var duty = new TestDuty { Items = [.. FiveEpics], Facts = { ["e1"] = new ItemFacts { Remarks = [Says(310, tellsOfUse: true)] }, ["e2"] = new ItemFacts { Remarks = [Says(290, tellsOfUse: true)] } } };

        Assert.Equal("1 of 5 (20 %)", duty.Ask("outcomes-told"));
    }

    [Fact]
    public void One_that_was_finished_within_four_weeks_has_had_no_time_to_tell()
    {
        var duty = new TestDuty { Items = [.. FiveEpics.Append(Epic("new", (300, "To Do"), (380, "Done")))], Facts = { ["e1"] = new ItemFacts { Remarks = [Says(310, tellsOfUse: true)] } } };
        var measure = duty.Measure("outcomes-told");

        Assert.Equal((5, 6), (measure.N, measure.Of));
    }

    [Fact]
    public void Where_the_tracker_holds_no_feedback_nothing_is_said() =>
        Assert.Equal("Nothing in the tracker tells of feedback: no comment, no link to a later item, no label; it may be kept elsewhere.", new TestDuty { Items = [.. FiveEpics] }.Ask("outcomes-told"));

    [Fact]
    public void What_is_dropped_once_a_part_of_its_epic_is_in_use_was_learned()
    {
        var dropped = Item("1", (300, "To Do"), (350, "Done")).Under("e") with { Discarded = true };
        ItemHistory[] items = [Epic("e", (290, "To Do")), Item("used", (300, "To Do"), (340, "Done")).Under("e"), dropped, dropped with { Id = "2", ParentId = null }];

        Assert.Equal("1 of 2", new TestDuty { Items = [.. items] }.Ask("dropped-after-learning"));
        Assert.Equal("0 of 2", new TestDuty { Items = [.. items.Where(i => i.Id != "used")] }.Ask("dropped-after-learning"));
    }

    [Fact]
    public void Open_epics_are_asked_for_a_measured_outcome()
    {
        var duty = new TestDuty
        {
            Rules = [new TestRule("GO005", WorkItemKind.Epic)],
            Open = [.. Enumerable.Range(1, 6).Select(i => Waiting($"{i}", WorkItemKind.Epic, rules: i > 2 ? ["GO005"] : [])), Waiting("s", rules: "GO005")],
        };

        Assert.Equal("2 of 6 (33 %)", duty.Ask("epics-with-outcome"));
    }
}
