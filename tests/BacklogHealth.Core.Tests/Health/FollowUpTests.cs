using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health;

public sealed class FollowUpTests
{
    [Fact]
    public void What_became_of_each_item_pointed_out_is_counted_once()
    {
        var follow = FollowUp.Since(["mended", "begun", "waiting", "gone", "also waiting"],
        [
            Item("mended", ready: true), Item("begun", ready: false, WorkItemState.Started), Item("waiting", ready: false), Item("also waiting", ready: false), Item("another", ready: true),
        ])!;

        Assert.Equal(new FollowUp(5, Mended: 1, Pulled: 1, Open: 2, Left: 1), follow);
        Assert.Equal(follow.Of, follow.Mended + follow.Pulled + follow.Open + follow.Left);
    }

    [Fact]
    public void Nothing_pointed_out_is_nothing_to_follow() => Assert.Null(FollowUp.Since([], [Item("a", ready: true)]));

    private static BacklogItem Item(string id, bool ready, WorkItemState state = WorkItemState.NotStarted) => new(
        new WorkItemSummary(id, id, id, "Story", WorkItemKind.Story, "To Do", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), null, null, null, [], []),
        state, null, new ItemScore(id, id, 50, 50, "en", null, []), new Readiness(ready, [], ImmutableArray<Finding>.Empty), null);
}
