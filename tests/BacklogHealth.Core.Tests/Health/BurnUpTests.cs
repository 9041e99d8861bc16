using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class BurnUpTests
{
    // Two items of an epic done on days 180 and 190, and ten open ones of which two were created on day 195.
    private static (TeamHealth Health, BurnUp Way) Made(Func<Core.Flow.DailyCounts, Forecaster>? method = null, DateOnly? due = null)
    {
        var done = new[] { 180, 190 }.Select(day => TestHistory.Item($"d{day}", (150, "To Do"), (175, "In Progress"), (day, "Done")) with { ParentId = "e" });
        var open = Enumerable.Range(0, 10).Select(i => Open($"o{i}", rank: $"{i}", parent: "e", created: i < 8 ? 150 : 195)).Append(Open("e", kind: WorkItemKind.Epic, created: 150)).ToArray();
        var input = Input([.. Steady(), .. done], open) with { Deliveries = [new("Release 2", due, false, ["e"])] };
        var health = HealthBuilder.Build(method is null ? input : input with { Method = method });
        return (health, BurnUp.Of(health, health.Deliveries[0])!);
    }

    [Fact]
    public void The_past_shows_scope_and_what_is_done_from_the_week_in_which_work_began()
    {
        var past = Made().Way.Past;
        Assert.Equal(TestHistory.Day(Now - 1), past[^1].Day);
        Assert.True(past[0].Day.DayNumber <= TestHistory.Day(175).DayNumber && past[1].Day > TestHistory.Day(175));
        Assert.Equal((10, 0), (past[0].Scope, past[0].Done));
        Assert.Equal((12, 2), (past[^1].Scope, past[^1].Done));
    }

    [Fact]
    public void The_fan_begins_where_the_past_ends_opens_and_ends_as_the_forecast_says()
    {
        var (health, way) = Made(known => new CalibratedMethod().Prepare(known));
        Assert.All(way.Ahead[0].AtLeast, n => Assert.Equal(2, n));
        foreach (var (before, after) in way.Ahead.Zip(way.Ahead.Skip(1)))
        {
            Assert.All(before.AtLeast.Zip(after.AtLeast), x => Assert.True(x.First <= x.Second));
            Assert.Equal(after.AtLeast.Order(), after.AtLeast);
        }

        var sure = health.Deliveries[0].When.By.Single(b => b.Probability == 0.85).Date;
        var reached = way.Ahead.First(a => a.AtLeast[1] == 12).Day;
        Assert.InRange(reached.DayNumber - sure.DayNumber, 0, 6); // the week in which the 85 % day lies
        Assert.Equal(12, way.ScopeInTheEnd);
    }

    [Fact]
    public void It_goes_on_to_the_promised_day_and_not_beyond_a_year()
    {
        Assert.True(Made(due: TestHistory.Day(Now + 100)).Way.Ahead[^1].Day >= TestHistory.Day(Now + 100));
        Assert.Equal(53, Made(due: TestHistory.Day(Now + 700)).Way.Ahead.Length);
    }

    [Fact]
    public void What_is_done_or_cannot_be_forecast_has_no_way()
    {
        var health = Build(Steady(), Waiting(5, 5));
        Assert.Null(BurnUp.Of(health, health.Deliveries[0])); // the next items, others each week
        var early = HealthBuilder.Build(Input([], Waiting(5, 5)) with { Deliveries = [new("Release 2", null, false, ["w001"])] });
        Assert.Null(BurnUp.Of(early, early.Deliveries[0]));
    }
}
