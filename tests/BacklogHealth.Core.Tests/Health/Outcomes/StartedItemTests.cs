using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health.Outcomes;

public sealed class StartedItemTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData(3, 10, false)]
    [InlineData(5, 10, false)]
    [InlineData(6, 10, true)]
    [InlineData(null, 10, true)]
    public void It_stayed_longer_where_it_took_more_days_or_is_still_there(int? days, int after, bool longer) =>
        Assert.Equal(longer, Item(0, days).StayedLonger(5, Monday.AddDays(after)));

    [Fact]
    public void Of_what_was_begun_lately_nobody_knows_even_where_it_is_done()
    {
        Assert.Null(Item(0, 1).StayedLonger(5, Monday.AddDays(4)));
        Assert.Null(Item(0, null).StayedLonger(5, Monday.AddDays(4)));
        Assert.False(Item(0, 1).StayedLonger(5, Monday.AddDays(5)));
    }

    [Fact]
    public void What_ended_on_the_day_itself_was_not_known_at_its_start() => Assert.True(Item(0, 7).StayedLonger(5, Monday.AddDays(6)));

    [Fact]
    public void Usual_is_what_85_of_100_did_not_exceed_that_were_finished_before()
    {
        var items = Enumerable.Range(1, 20).Select(days => Item(0, days)).ToList();

        Assert.Equal(17, StartedItem.UsualDays(items, Monday.AddDays(100)));
        Assert.Equal(9, StartedItem.UsualDays(items, Monday.AddDays(10)));
        Assert.Null(StartedItem.UsualDays(items, Monday));
    }

    private static StartedItem Item(int started, int? days) =>
        new("T-1", Monday.AddDays(started), days is { } d ? Monday.AddDays(started + d - 1) : null, new StartFacts(null, WorkItemKind.Story, true, 80, null, 20, []), null);
}
