using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class SlicingForValueTests
{
    private static SprintHistory In(string item, params string[] sprints) => new(item, [new SprintsSince(At(300), [.. sprints])]);

    [Fact]
    public void A_sprint_that_ended_while_work_went_on_carries_the_item_over()
    {
        var duty = new TestDuty
        {
            // Of five items one was worked on over the ends of two sprints.
            Items = [.. Done(4, 351, 352), TestHistory.Item("long", (300, "To Do"), (340, "In Progress"), (375, "Done"))],
            Sprints = [Closed("s1", 350), Closed("s2", 364), Closed("s3", 378)],
            InSprints = [.. Enumerable.Range(1, 4).Select(i => In($"d{i}", "s2")), In("long", "s1", "s2", "s3")],
        };

        Assert.Equal("0.4 sprints", duty.Ask("carried-over"));
    }

    [Fact]
    public void A_sprint_in_which_it_only_waited_does_not()
    {
        var duty = new TestDuty { Items = [.. Done(5, 366, 370)], Sprints = [Closed("s1", 350), Closed("s2", 364), Closed("s3", 378)], InSprints = [.. Enumerable.Range(1, 5).Select(i => In($"d{i}", "s1", "s2", "s3"))] };

        Assert.Equal("0 sprints", duty.Ask("carried-over"));
    }

    [Fact]
    public void A_team_without_sprints_carries_nothing_over() => Assert.Equal("The team works without sprints.", new TestDuty { Items = [.. Done(5, 350, 360)] }.Ask("carried-over"));
}
