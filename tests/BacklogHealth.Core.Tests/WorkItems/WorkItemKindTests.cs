using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.WorkItems;

public sealed class WorkItemKindTests
{
    [Theory]
    [InlineData(null, WorkItemKind.SubTask)]
    [InlineData(true, WorkItemKind.SubTask)]
    [InlineData(false, WorkItemKind.Task)]
    public void A_technical_task_is_a_part_unless_the_tracker_says_that_it_is_none(bool? isSubtask, WorkItemKind kind) =>
        Assert.Equal(kind, WorkItemKinds.FromName("Technical task", isSubtask));
}
