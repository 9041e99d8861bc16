using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class AgeingWorkTests
{
    [Fact]
    public void Work_in_progress_is_listed_oldest_first_against_what_was_usual()
    {
        var health = Build(
            Steady(), Open("young", state: "Review", created: Now - 2), Open("old", state: "Review", created: Now - 30), Open("waits"),
            Open("e", state: "Review", kind: WorkItemKind.Epic));
        var ageing = AgeingWork.Of(health);
        Assert.Equal(3, ageing.Usual85); // each steady item took three days
        Assert.Equal([("old", 30, true), ("young", 2, false)], ageing.Items.Select(i => (i.Item.Item.Id, i.Days, i.Old)));
        Assert.Equal(1.0, ageing.Items[0].FasterShare);
        Assert.Equal(30, ageing.Items[0].DaysInState);
    }

    [Fact]
    public void Without_finished_items_ages_stand_alone()
    {
        var ageing = AgeingWork.Of(Build([], Open("old", state: "Review", created: Now - 30)));
        Assert.Equal((30, false, (double?)null, (int?)null), (ageing.Items[0].Days, ageing.Items[0].Old, ageing.Items[0].FasterShare, ageing.Usual85));
    }

    [Fact]
    public void Surprises_are_the_slowest_the_carried_over_and_the_reopened()
    {
        Sprint Sprint(string id, int start) => new(id, id, null, SprintPhase.Active, TestHistory.At(start), TestHistory.At(start + 14), null);
        var slow = TestHistory.Item("slow", (0, "To Do"), (Now - 60, "In Progress"), (Now - 3, "Done"));
        var again = TestHistory.Item("again", (0, "To Do"), (Now - 60, "Done"), (Now - 9, "In Progress"), (Now - 8, "Done"), (Now - 2, "In Progress"));
        var longAgo = TestHistory.Item("longAgo", (0, "To Do"), (10, "Done"), (20, "In Progress"), (30, "Done"));
        var health = HealthBuilder.Build(
            Input([.. Steady(), slow, again, longAgo], Open("twice", sprints: ["1", "2", "3"]), Open("once", sprints: ["2", "3"])) with
            {
                Sprints = [Sprint("1", Now - 20), Sprint("2", Now - 6), Sprint("3", Now + 8)],
            });
        var surprises = Surprises.Of(health);
        Assert.Equal("slow", Assert.Single(surprises.SlowestFinished).Id);
        Assert.Equal(("twice", 2), (surprises.CarryOver.Single().Item.Item.Id, surprises.CarryOver.Single().Sprints));
        Assert.Equal(new Reopened("again", "T-again", 2, TestHistory.Day(Now - 2)), Assert.Single(surprises.Reopened));
    }
}
