using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Tests.Routes;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

public class SampleEditsTests
{
    private static readonly DateTimeOffset At = SmallBacklog.Start.AddDays(60);
    private static readonly SampleBacklog Before = SmallBacklog.Make();

    [Fact]
    public void A_moved_item_has_another_key_and_project_and_the_same_id()
    {
        var after = Before.MoveToProject("10001", "FLD", At);
        var item = after.Item("10001");
        Assert.Equal(("FLD-4", "21", At), (item.Key, item.StatusId, item.Updated));
        Assert.Empty(item.SprintIds);
        Assert.DoesNotContain(after.Projects[0].Items, i => i.Id == "10001");
        var told = item.Changes.Where(c => c.At == At).Select(c => (c.Field, c.FromText, c.ToText));
        Assert.Equal([("project", "Checkout", "Field Service"), ("Key", "CHK-1", "FLD-4"), ("status", "Done", "Ideas"), ("Sprint", "11, 12", "")], told);
    }

    [Fact]
    public void Ranking_tells_of_itself_but_is_no_update()
    {
        var item = Before.Rerank("10001", "0|i00001:", At).Item("10001");
        Assert.Equal(("0|i00001:", Before.Item("10001").Updated), (item.Rank, item.Updated));
        Assert.Equal("Ranked higher", item.Changes[^1].ToText);
    }

    [Fact]
    public void A_removed_state_leaves_its_items_elsewhere_and_its_name_in_histories()
    {
        var after = Before.MoveTo("10001", "2", At).RemoveStatus("2", "1", At.AddDays(1));
        Assert.DoesNotContain(after.Projects[0].Statuses, s => s.Id == "2");
        var last = after.Item("10001").Changes[^1];
        Assert.Equal(("2", "In Progress", "1"), (last.From, last.FromText, last.To));
    }

    [Fact]
    public void A_renamed_state_keeps_its_id_and_histories_their_words()
    {
        var after = Before.RenameStatus("2", "Doing");
        Assert.Equal("Doing", after.Projects[0].Statuses[1].Name);
        Assert.Contains(after.Item("10001").Changes, c => c.ToText == "In Progress");
    }

    [Fact]
    public void Deleting_and_restoring_leave_two_changes_and_an_item_as_it_was()
    {
        var after = Before.Delete("10001", At).Restore("10001", At.AddDays(1)).Item("10001");
        Assert.Null(after.Deleted);
        Assert.Equal(["deleted", "deleted"], after.Changes.TakeLast(2).Select(c => c.Field));
    }

    [Fact]
    public void Many_items_have_new_ids_and_keys_and_as_many_changes_as_asked()
    {
        var after = Before.AddMany("FLD", 1000, At, changes: 3);
        var added = after.Projects[1].Items[3..];
        Assert.Equal((1000, "FLD-4", "30002"), (added.Length, added[0].Key, added[0].Id));
        Assert.All(added, i => Assert.Equal(3, i.Changes.Length));
        Assert.Equal("22", added[0].StatusId);
        Assert.Equal(after.Projects.Sum(p => p.Items.Length), after.Projects.SelectMany(p => p.Items).Select(i => i.Id).Distinct().Count());
    }

    [Fact]
    public void An_item_that_is_not_there_is_said_in_a_sentence() =>
        Assert.StartsWith("sample backlog: found no item 5; expected the id of an item. Look it up in Projects.", Assert.Throws<ArgumentException>(() => Before.Item("5")).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_that_is_done_to_a_backlog_changes_the_one_before()
    {
        Before.Retitle("10001", "Other", At).Hide("10001").ChangeType("10001", "Bug", At).Comment("10001", "Hello", At);
        Assert.Equal(("Pay by voucher", "Story", 25, false), (Before.Item("10001").Title, Before.Item("10001").Type, Before.Item("10001").Comments.Length, Before.Item("10001").IsHidden));
    }
}
