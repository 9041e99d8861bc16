using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health;

public sealed class FollowUpTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_became_of_each_item_pointed_out_is_told_once()
    {
        var follow = FollowUp.Since(
            [Then("mended"), Then("begun"), Then("waiting"), Then("done"), Then("dropped"), Then("gone"), Then("also waiting")],
            [Item("mended", ready: true), Item("begun", ready: false, WorkItemState.Started), Item("waiting", ready: false), Item("also waiting", ready: false), Item("another", ready: true)],
            [Past("done", discarded: false), Past("dropped", discarded: true), Past("elsewhere", discarded: false)])!;

        Assert.Equal(
            [FollowedAs.Mended, FollowedAs.Pulled, FollowedAs.Open, FollowedAs.Finished, FollowedAs.Dropped, FollowedAs.Dropped, FollowedAs.Open],
            follow.Items.Select(i => i.Became));
        Assert.Equal(["KEY-mended", "KEY-begun", "KEY-waiting", "KEY-done", "KEY-dropped", "KEY-gone", "KEY-also waiting"], follow.Items.Select(i => i.Key));
        Assert.Equal(["a reason"], follow.Items[1].Missing);
        Assert.Equal(
            "Of the 7 items that were next and not ready a week ago, 1 is ready now, 1 was begun all the same, 2 are still not ready, 1 is finished and 2 were taken out of the backlog",
            follow.Said.ToString());
    }

    [Theory]
    [InlineData(true, WorkItemState.NotStarted, "The one item that was next and not ready a week ago is ready now")]
    [InlineData(false, WorkItemState.Started, "The one item that was next and not ready a week ago was begun all the same")]
    public void One_item_is_not_counted(bool ready, WorkItemState state, string said) => Assert.Equal(said, FollowUp.Since([Then("a")], [Item("a", ready, state)], [])!.Said.ToString());

    [Fact]
    public void Where_all_came_the_same_way_that_is_said_of_all() =>
        Assert.Equal("Both items that were next and not ready a week ago are still not ready", FollowUp.Since([Then("a"), Then("b")], [Item("a", false), Item("b", false)], [])!.Said.ToString());

    [Fact]
    public void Nothing_pointed_out_is_nothing_to_follow() => Assert.Null(FollowUp.Since([], [Item("a", ready: true)], []));

    private static WorkItemSummary Then(string id) => new(id, $"KEY-{id}", id, "Story", WorkItemKind.Story, "To Do", Monday, null, null, null, [], []);

    private static BacklogItem Item(string id, bool ready, WorkItemState state = WorkItemState.NotStarted) => new(
        Then(id), state, null, new ItemScore(id, id, 50, 50, "en", null, []), new Readiness(ready, ready ? [] : ["a reason"], ImmutableArray<Finding>.Empty), null);

    private static FlowItem Past(string id, bool discarded) => new(
        new ItemHistory(id, $"KEY-{id}", WorkItemKind.Story, null, null, Monday, null, [new StateEntry(Monday, "1", "To Do")], Discarded: discarded),
        WorkItemState.Finished, Monday, Monday.AddDays(2), Monday.AddDays(2), "Done");
}
