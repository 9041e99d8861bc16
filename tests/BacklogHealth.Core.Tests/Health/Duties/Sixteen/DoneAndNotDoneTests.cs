using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Tests.Health.Quality;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class DoneAndNotDoneTests
{
    private static ItemHistory Part(string id, string parent, params (double Day, string State)[] states) => Item(id, states).Under(parent).Kind(WorkItemKind.SubTask);

    [Fact]
    public void What_is_taken_up_again_within_a_fortnight_was_not_done()
    {
        ItemHistory[] items = [.. Done(4, 350, 360), Item("soon", (340, "To Do"), (350, "In Progress"), (360, "Done"), (374, "In Progress")), Item("late", (340, "To Do"), (350, "In Progress"), (360, "Done"), (375, "In Progress"), (380, "Done"))];

        Assert.Equal("1 of 6 (17 %)", new TestDuty { Items = [.. items] }.Ask("reopened"));
    }

    [Fact]
    public void A_reset_by_the_tracker_reopens_nothing() => Assert.Equal("0 of 5 (0 %)", new TestDuty
    {
        Items = [.. Done(4, 350, 360), Core.Tests.Flow.TestHistory.Reset(Item("moved", (340, "To Do"), (350, "In Progress"), (360, "Done"), (361, "To Do"), (362, "Done")), 3)],
    }.Ask("reopened"));

    [Fact]
    public void A_sub_task_counts_as_it_stood_when_its_item_was_finished()
    {
        ItemHistory[] parts =
        [
            Part("p1", "d1", (350, "To Do"), (355, "Done")), Part("p2", "d2", (350, "To Do"), (370, "Done")), Part("p3", "d3", (350, "To Do")),
            Part("p4", "d4", (350, "To Do")) with { Discarded = true }, Part("p4b", "d4", (350, "To Do"), (360, "Done")), Part("p5", "d5", (370, "To Do")), Part("p6", "d6", (350, "To Do"), (380, "Done")),
        ];

        Assert.Equal("3 of 6 (50 %)", new TestDuty { Items = [.. Done(7, 350, 360), .. parts] }.Ask("done-with-open-parts"));
    }

    [Fact]
    public void A_box_that_is_not_ticked_is_told_where_boxes_are_ticked_at_all()
    {
        static Dictionary<string, ItemFacts> Boxed(params Boxes[] boxes) => boxes.Select((b, i) => (b, i)).ToDictionary(x => $"d{x.i + 1}", x => new ItemFacts { Boxes = x.b }, StringComparer.Ordinal);
        var duty = new TestDuty { Items = [.. Done(6, 350, 360)] };

        Assert.Equal("2 of 5 (40 %)", (duty with { Facts = Boxed(new(3, 0), new(2, 1), new(1, 0), new(0, 2), new(4, 0)) }).Ask("done-with-open-boxes"));
        Assert.Equal("No box of any finished item is ticked: the team does not use them to tell what is done.", (duty with { Facts = Boxed(new(0, 2), new(0, 1), new(0, 1), new(0, 2), new(0, 4)) }).Ask("done-with-open-boxes"));
    }

    [Fact]
    public void A_second_finished_state_on_a_later_day_is_told() =>
        Assert.Equal("1 of 5 (20 %)", new TestDuty { Items = [.. Done(4, 350, 360), Item("on", (340, "To Do"), (350, "In Progress"), (360, "Done"), (365, "Closed"))] }.Ask("changed-after-done"));

    [Fact]
    public void A_workflow_with_one_finished_state_tells_nothing_of_it() =>
        Assert.Equal("The workflow has only one state that means finished.", new TestDuty { Items = [.. Done(5, 350, 360)], Workflow = new Workflow(Board.States.Where(s => s.Name != "Closed")) }.Ask("changed-after-done"));

    [Fact]
    public void A_copy_made_about_the_end_of_a_sprint_is_carry_over_and_one_in_its_middle_is_not()
    {
        var clone = new ItemFacts { Links = [new ItemLink("is cloned by", "T-copy")] };
        var duty = new TestDuty { Items = [.. Done(3, 350, 360), Item("copy", (361, "To Do"))], Facts = new(StringComparer.Ordinal) { ["d1"] = clone }, Sprints = [Closed("s", 362)] };

        Assert.Equal("1 of 3", duty.Ask("closed-and-cloned"));
        Assert.Equal("There are no items finished within half a year to look at.", (duty with { Sprints = [Closed("s", 367)] }).Ask("closed-and-cloned"));
        Assert.Equal("0 of 3", (duty with { Items = [.. Done(3, 350, 360), Item("copy", (370, "To Do"))] }).Ask("closed-and-cloned"));
    }
}
