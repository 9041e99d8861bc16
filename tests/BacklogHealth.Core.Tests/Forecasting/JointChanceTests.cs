using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Tests.Flow;

namespace BacklogHealth.Core.Tests.Forecasting;

public sealed class JointChanceTests
{
    private static readonly DailyCounts Known = new(TestHistory.FirstDay, [.. Enumerable.Range(0, 700).Select(i => i * 7 % 5 == 0 ? i % 4 : 0)]);

    public static TheoryData<string> Methods => ["calibrated", "usual"];

    private static Forecaster Some(string method) => method == "usual" ? new UsualMethod(Known) : new CalibratedMethod().Prepare(Known);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Of_one_demand_it_is_what_the_forecast_says(string method)
    {
        var forecaster = Some(method);
        foreach (var (items, days) in (ReadOnlySpan<(int, int)>)[(3, 14), (10, 42), (20, 60), (40, 200)])
        {
            Assert.Equal(forecaster.Items(days).ChanceOfAtLeast(items), JointChance.Of([new("Checkout", forecaster, Work.Of(items), days)]), 0.006);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Two_teams_are_independent_and_two_demands_of_one_team_are_not(string method)
    {
        var forecaster = Some(method);
        var (soon, late) = (new Demand("Checkout", forecaster, Work.Of(10), 40), new Demand("Checkout", forecaster, Work.Of(20), 80));
        var (one, other) = (JointChance.Of([soon]), JointChance.Of([late]));
        Assert.Equal(one * other, JointChance.Of([soon, late with { Team = "Search" }]), 0.015);
        Assert.InRange(JointChance.Of([soon, late]), (one * other) + 0.03, Math.Min(one, other));
    }

    [Fact]
    public void What_one_demand_implies_adds_nothing()
    {
        var demand = new Demand("Checkout", Some("calibrated"), Work.Of(10), 40);
        Assert.Equal(JointChance.Of([demand]), JointChance.Of([demand, demand with { Work = Work.Of(6), Days = 40 }, demand with { Work = Work.Of(0), Days = -3 }]), 1e-12);
    }

    [Fact]
    public void Along_a_path_items_only_grow_and_are_spread_as_forecast()
    {
        var forecaster = Some("calibrated");
        int[] days = [7, 30, 31, 200];
        var paths = forecaster.Paths(days, 10_000, new Random(3));
        for (var d = 0; d < days.Length; d++)
        {
            var items = forecaster.Items(days[d]);
            Assert.All(Enumerable.Range(1, 9).Select(i => i / 10.0), p => Assert.InRange(paths[d].Count(x => x <= items.Quantile(p)) / 10_000.0, p - 0.012, 1));
            Assert.Equal(items.Mean, paths[d].Average(), 0.02 * items.Mean);
            Assert.True(d == 0 || paths[d].Zip(paths[d - 1]).All(x => x.First >= x.Second));
        }
    }

    [Fact]
    public void A_day_that_has_passed_is_missed_and_nothing_demanded_is_met()
    {
        Assert.Equal(0, JointChance.Of([new("Checkout", Some("usual"), Work.Of(1), 0)]));
        Assert.Equal(1, JointChance.Of([]));
        Assert.Equal(0, JointChance.Of([new("Checkout", Some("usual"), Work.Of(1) with { Endless = 1 }, 700)]));
    }
}
