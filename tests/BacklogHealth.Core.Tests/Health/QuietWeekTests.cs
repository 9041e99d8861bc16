using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class QuietWeekTests
{
    private static readonly (ScoredItem, ItemHistory) Old = Open("old");

    [Fact]
    public void A_week_without_anything_is_quiet() => Assert.True(QuietWeek.Of(Known([], Old)));

    [Fact]
    public void Anything_created_moved_or_touched_makes_it_none()
    {
        Assert.False(QuietWeek.Of(Known([], Old, Open("new", created: Now - 6.9))));
        Assert.True(QuietWeek.Of(Known([], Old, Open("older", created: Now - 7.1))));
        Assert.False(QuietWeek.Of(Known([], Old, Touched(Open("read"), Now - 1))));
        Assert.False(QuietWeek.Of(Known([TestHistory.Item("done", (20, "To Do"), (Now - 2, "Done"))], Old)));
        Assert.False(QuietWeek.Of(Known([TestHistory.Item("begun", (20, "To Do"), (Now - 1, "In Progress"))], Old)));
    }

    [Fact]
    public void A_week_of_which_nothing_is_known_is_not_quiet()
    {
        var known = Known([], Old);
        Assert.False(QuietWeek.Of(known with { Data = known.Data with { PulledAt = null } }));
        Assert.False(QuietWeek.Of(known with { Data = known.Data with { PulledAt = known.AsOf.AddDays(-8) } }));
        Assert.False(QuietWeek.Of(known with { Data = known.Data with { FromFile = false, Complete = false } }));
        Assert.False(QuietWeek.Of(known with { Data = known.Data with { FromFile = false, Complete = true, PulledAt = known.AsOf.AddDays(-2) } }));
        Assert.True(QuietWeek.Of(known with { Data = known.Data with { FromFile = false, Complete = true, PulledAt = known.AsOf.AddHours(-2) } }));
    }

    private static TeamHealth Known(IEnumerable<ItemHistory> others, params (ScoredItem, ItemHistory)[] open)
    {
        var health = Build(others, open);
        return health with { Data = health.Data with { FromFile = true, PulledAt = health.AsOf.AddDays(-3) } };
    }
}
