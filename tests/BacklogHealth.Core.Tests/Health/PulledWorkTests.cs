using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health;

public sealed class PulledWorkTests
{
    private static readonly TeamCalendar Calendar = new(TimeZoneInfo.Utc);
    private static readonly DateTimeOffset Now = Day(2026, 6, 1);
    private static readonly Sprint[] Sprints =
    [
        new("1", "One", null, SprintPhase.Closed, Day(2026, 3, 2), Day(2026, 3, 16), Day(2026, 3, 16)),
        new("2", "Two", null, SprintPhase.Closed, Day(2026, 3, 16), Day(2026, 3, 30), Day(2026, 3, 30)),
        new("3", "Three", null, SprintPhase.Active, Day(2026, 5, 25), Day(2026, 6, 8), null),
    ];

    [Fact]
    public void An_item_spilled_when_the_sprint_it_was_begun_in_ended_without_it()
    {
        FlowItem[] flow =
        [
            Item("in time", Day(2026, 3, 3), Day(2026, 3, 10)),
            Item("too late", Day(2026, 3, 3), Day(2026, 3, 20)),
            Item("still open", Day(2026, 3, 20), null),
            Item("running sprint", Day(2026, 5, 26), null),
        ];
        var pulled = Of(flow, ("in time", true, "1"), ("too late", false, "1"), ("still open", false, "2"), ("running sprint", true, "3"))!;

        Assert.Equal(new Share(0, 1), pulled.Ready);
        Assert.Equal(new Share(2, 2), pulled.Unready);
        Assert.True(pulled.BySprint);
        Assert.False(pulled.CanCompare);
    }

    [Fact]
    public void Without_sprints_it_is_held_against_how_long_items_usually_take()
    {
        // 85 of 100 took 5 days or less.
        var past = Enumerable.Range(0, 85).Select(i => Item($"past {i}", Day(2026, 2, 1), Day(2026, 2, 5)))
            .Concat(Enumerable.Range(85, 15).Select(i => Item($"past {i}", Day(2026, 2, 1), Day(2026, 2, 20))));
        FlowItem[] flow = [.. past, Item("quick", Day(2026, 5, 1), Day(2026, 5, 3)), Item("old", Day(2026, 5, 1), null), Item("young", Day(2026, 5, 30), null)];
        var ready = new Dictionary<string, bool> { ["quick"] = true, ["old"] = false, ["young"] = false };
        var pulled = PulledWork.Of(ready, flow, [], [], Calendar, Now)!;

        Assert.Equal((new Share(0, 1), new Share(1, 1), false), (pulled.Ready, pulled.Unready, pulled.BySprint));
    }

    [Fact]
    public void A_difference_is_certain_only_with_enough_of_both()
    {
        var (from, to) = new PulledWork(new Share(5, 50), new Share(30, 50), 26, true).Difference;
        var few = new PulledWork(new Share(2, 10), new Share(4, 10), 26, true);

        // Newcombe 1998, method 10, computed by hand from Wilson's limits: 0.0435–0.2136 and 0.4618–0.7239.
        Assert.Equal((0.321, 0.636), (Math.Round(from, 3), Math.Round(to, 3)));
        Assert.True(few.CanCompare && few.Difference.From < 0 && few.Difference.To > 0);
    }

    [Theory]
    [InlineData(50, 5, 50, 30, "Of a hundred such items that is 50 more; with 95 % certainty between 32 more and 64 more, so it is hardly chance.")]
    [InlineData(50, 30, 50, 5, "Of a hundred such items that is 50 fewer; with 95 % certainty between 64 fewer and 32 fewer, so it is hardly chance.")]
    [InlineData(10, 4, 10, 4, "Of a hundred such items that is as many; with 95 % certainty between 37 fewer and 37 more, so chance alone may be behind it.")]
    public void What_is_told_stands_with_its_count_and_interval(int ready, int readySpilled, int unready, int unreadySpilled, string said) =>
        Assert.Equal(
            $"In the last 26 weeks, {unreadySpilled} of {unready} items that were begun unready were left over when their sprint ended, and {readySpilled} of {ready} that were begun ready. {said}",
            new PulledWork(new Share(readySpilled, ready), new Share(unreadySpilled, unready), 26, true).Said.ToString());

    [Fact]
    public void With_too_few_of_a_kind_that_is_what_is_told() => Assert.Equal(
        "Whether items that are begun unready fare worse cannot be told yet: of those begun in the last 26 weeks whose outcome is known, 1 was unready and 40 ready; it takes 10 of each.",
        new PulledWork(new Share(2, 40), new Share(1, 1), 26, false).Said.ToString());

    [Fact]
    public void Only_starts_of_the_last_half_year_are_looked_at() =>
        Assert.Equal(["b"], PulledWork.Started([Item("a", Now.AddDays(-183), null), Item("b", Now.AddDays(-181), null)], Now).Select(s => s.Id));

    private static PulledWork? Of(FlowItem[] flow, params (string Id, bool Ready, string Sprint)[] pulled) => PulledWork.Of(
        pulled.ToDictionary(p => p.Id, p => p.Ready), flow, [.. Sprints], [.. pulled.Select(p => new SprintHistory(p.Id, [new SprintsSince(Day(2026, 1, 1), [p.Sprint])]))], Calendar, Now);

    private static FlowItem Item(string id, DateTimeOffset started, DateTimeOffset? finished)
    {
        var history = new ItemHistory(id, id, WorkItemKind.Story, null, null, Day(2026, 1, 1), null, [new StateEntry(Day(2026, 1, 1), "1", "To Do")]);
        return new FlowItem(history, finished is null ? WorkItemState.Started : WorkItemState.Finished, started, finished, finished ?? started, "");
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.Zero);
}
