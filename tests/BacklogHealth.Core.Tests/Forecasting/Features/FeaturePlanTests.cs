using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Features;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Tests.Flow;

namespace BacklogHealth.Core.Tests.Forecasting.Features;

public sealed class FeaturePlanTests
{
    private static readonly DailyCounts Known = new(TestHistory.FirstDay, [.. Enumerable.Range(0, 700).Select(i => i * 7 % 5 == 0 ? i % 4 : 0)]);

    private static readonly Forecaster Pace = new CalibratedMethod().Prepare(Known);

    private static readonly Dictionary<string, DateOnly> NoDays = [];

    private static TeamFeatures Team(string name, int atOnce, params (string Feature, int Items, int Ahead)[] parts) =>
        new(name, Pace, Known.End, atOnce, null, [.. parts.Select(p => new FeaturePart(p.Feature, Work.Of(p.Items), p.Ahead, Work.Of(p.Items + p.Ahead)))]);

    private static FeaturePlan Plan(params TeamFeatures[] teams) => FeaturePlan.Of([.. teams], NoDays);

    [Fact]
    public void One_by_one_a_feature_ends_when_all_before_it_and_it_are_done()
    {
        var plan = Plan(Team("Checkout", 1, ("a", 5, 0), ("b", 10, 2)));
        Assert.Equal(["a", "b"], plan.Features.Select(f => f.Feature));
        Assert.Equal(Pace.When(5, ForecastMaker.Probabilities), plan.Features[0].By.Select(b => (int?)b.Days));
        Assert.Equal(Pace.When(17, ForecastMaker.Probabilities), plan.Features[1].By.Select(b => (int?)b.Days));
        Assert.Null(plan.AllByDue);
    }

    [Fact]
    public void Two_at_once_the_first_ends_later_and_the_second_no_later_than_one_by_one()
    {
        var (one, two) = (Plan(Team("Checkout", 1, ("a", 12, 0), ("b", 12, 0))), Plan(Team("Checkout", 2, ("a", 12, 0), ("b", 12, 0))));
        Assert.True(two.Features[0].By[0].Days > one.Features[0].By[0].Days);
        Assert.Equal(one.Features[1].By, two.Features[1].By);
    }

    [Fact]
    public void A_feature_of_two_teams_ends_when_the_last_of_them_is_done()
    {
        var plan = Plan(Team("Checkout", 1, ("a", 5, 0), ("b", 10, 0)), Team("Search", 1, ("b", 15, 0)));
        var b = plan.Features[1];
        Assert.Equal(["Checkout", "Search"], b.Teams);
        Assert.All(b.By.Zip(Pace.When(15, ForecastMaker.Probabilities)), x => Assert.True(x.First.Days >= x.Second));
        var squared = Math.Pow(Pace.Items(b.By[0].Days).ChanceOfAtLeast(15), 2);
        Assert.InRange(squared, 0.5, 0.6);
    }

    [Fact]
    public void The_chance_of_all_days_together_is_at_most_that_of_each()
    {
        var due = new Dictionary<string, DateOnly> { ["a"] = Known.End.AddDays(20), ["b"] = Known.End.AddDays(60), ["unknown"] = Known.End };
        var plan = FeaturePlan.Of([Team("Checkout", 1, ("a", 5, 0), ("b", 10, 0))], due);
        Assert.InRange(plan.AllByDue!.Value, 0.05, plan.Features.Min(f => f.ChanceByDue!.Value) + 0.01);
        Assert.Equal(Pace.Items(21).ChanceOfAtLeast(5), plan.Features[0].ChanceByDue!.Value, 1e-10);
    }

    [Fact]
    public void What_comes_between_delays_every_feature_by_its_share()
    {
        var team = Team("Checkout", 1, ("a", 10, 0), ("b", 10, 0)) with { Unplanned = new UnplannedWork(new AddedRate(9, 90, 90, 1e6, 1e6)) };
        var places = team.Places();
        Assert.Equal((20.0, 40.0), (Math.Round(places[0].Items.Mean, 2), Math.Round(places[1].Items.Mean, 2)));
    }

    [Fact]
    public void A_feature_of_which_nothing_is_left_is_not_planned_and_no_team_has_no_plan()
    {
        Assert.Equal(["b"], Plan(Team("Checkout", 2, ("a", 0, 0), ("b", 10, 0))).Features.Select(f => f.Feature));
        Assert.Empty(Plan().Features);
        Assert.Equal(0.0, FeaturePlan.Of([Team("Checkout", 1, ("a", 5, 0))], new Dictionary<string, DateOnly> { ["a"] = Known.End.AddDays(-1) }).AllByDue);
    }
}
