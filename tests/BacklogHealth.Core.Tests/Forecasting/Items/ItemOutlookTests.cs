using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Items;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Forecasting.Items;

public sealed class ItemOutlookTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly TeamCalendar Utc = new(TimeZoneInfo.Utc);

    // Twenty-five stories that took five days each.
    private static readonly List<FlowItem> Past = [.. Enumerable.Range(1, 25).Select(i => Item($"{i}", WorkItemKind.Story, WorkItemState.Finished, Today.AddDays(-i - 5), Today.AddDays(-i - 1)))];

    [Fact]
    public void An_item_that_waits_has_no_age()
    {
        var said = Of(Item("x", WorkItemKind.Story, WorkItemState.NotStarted, null, null))!;
        Assert.Equal((5.0, null, null), (said.FromStart.Days(0.85), said.Age, said.Left));
    }

    [Fact]
    public void An_item_in_progress_has_its_age_and_what_is_left_of_it()
    {
        var said = Of(Item("x", WorkItemKind.Story, WorkItemState.Started, Today.AddDays(-2), null))!;
        Assert.Equal((3, 2.0, 25), (said.Age, said.Left!.Days(0.85), said.Left.Items));
    }

    [Fact]
    public void An_item_older_than_all_before_has_a_reason_in_place_of_days()
    {
        var said = Of(Item("x", WorkItemKind.Story, WorkItemState.Started, Today.AddDays(-30), null))!;
        Assert.Equal("No item of this team took 31 days or longer; 5 are needed to say how long one takes.", said.Left!.WhyNot?.ToString());
    }

    [Theory]
    [InlineData(WorkItemKind.Epic, WorkItemState.Started)]
    [InlineData(WorkItemKind.SubTask, WorkItemState.Started)]
    [InlineData(WorkItemKind.Story, WorkItemState.Finished)]
    public void What_is_done_or_not_counted_has_none(WorkItemKind kind, WorkItemState state) =>
        Assert.Null(Of(Item("x", kind, state, Today.AddDays(-2), state == WorkItemState.Finished ? Today : null)));

    [Fact]
    public void Nor_has_an_item_that_is_not_there() => Assert.Null(ItemOutlook.Of("y", Past, Utc, Today));

    private static ItemOutlook? Of(FlowItem item) => ItemOutlook.Of("x", [.. Past, item], Utc, Today);

    private static FlowItem Item(string id, WorkItemKind kind, WorkItemState state, DateOnly? started, DateOnly? finished)
    {
        static DateTimeOffset? At(DateOnly? day) => day is { } d ? new DateTimeOffset(d.Year, d.Month, d.Day, 12, 0, 0, TimeSpan.Zero) : null;
        var created = At(Today.AddDays(-90))!.Value;
        return new FlowItem(new ItemHistory(id, id, kind, null, 3, created, null, []), state, At(started), At(finished), created, "any");
    }
}
