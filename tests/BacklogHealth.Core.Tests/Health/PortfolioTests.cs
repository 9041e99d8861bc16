using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class PortfolioTests
{
    private static readonly DateOnly Due = TestHistory.Day(Now + 20);

    [Fact]
    public void Teams_stand_in_the_order_given_each_with_its_own_numbers()
    {
        var (slow, fast) = (Team("Slow", 30, 3), Team("Fast", 30, 28));
        var portfolio = Portfolio.Of([slow, fast], []);

        Assert.Equal(["Slow", "Fast"], portfolio.Teams.Select(t => t.Team));
        Assert.Equal(["Fast", "Slow"], Portfolio.Of([fast, slow], []).Teams.Select(t => t.Team));
        Assert.Equal([(14, 3), (14, 14)], portfolio.Teams.Select(t => (t.NextItems, t.NextReady)));
        Assert.Equal(new[] { slow.Runway, fast.Runway }, portfolio.Teams.Select(t => t.Runway));
        Assert.Equal([AnswerState.Act, AnswerState.Keep], portfolio.Teams.Select(t => t.Healthy.State));
        Assert.Equal(new[] { slow.NextFourWeeks, fast.NextFourWeeks }, portfolio.Teams.Select(t => t.NextFourWeeks));
        Assert.Same(slow.Data, portfolio.Teams[0].Data);
        Assert.Equal(TestHistory.Day(Now), portfolio.Teams[0].Today);
        Assert.Empty(portfolio.Deliveries);
        Assert.Null(portfolio.AllByDue);
    }

    [Fact]
    public void A_delivery_of_several_teams_is_done_when_all_of_them_are()
    {
        var (one, other) = (Uneven("Checkout", 6, "Release 2"), Uneven("Search", 9, "Release 2"));
        var delivery = Assert.Single(Portfolio.Of([one, other], [new("Release 2", ["Search", "checkout"])]).Deliveries);

        Assert.Equal(("Release 2", Due, false), (delivery.Name, delivery.Due, delivery.Fixed));
        Assert.Empty(delivery.NotKnown);
        Assert.Equal(["Checkout", "Search"], delivery.Joint!.Parts.Select(p => p.Team));
        Assert.Equal(one.Deliveries[0].ChanceByDue!.Value * other.Deliveries[0].ChanceByDue!.Value, delivery.Joint.ChanceByDue!.Value, 1e-12);
        Assert.InRange(delivery.Joint.ChanceByDue.Value, 0.01, 0.99);
    }

    [Fact]
    public void What_only_one_of_the_teams_works_on_is_not_shared() =>
        Assert.Empty(Portfolio.Of([Uneven("Checkout", 6, "Release 2"), Uneven("Search", 9, "Other")], [new("Release 2", ["Checkout", "Elsewhere"])]).Deliveries);

    [Fact]
    public void Without_the_part_of_one_team_no_day_is_named()
    {
        var delivery = Assert.Single(Portfolio.Of([Uneven("Checkout", 6, "Release 2"), Team("Search", 5, 5)], [new("Release 2", ["Checkout", "Search"])]).Deliveries);
        Assert.Null(delivery.Joint);
        Assert.Equal(["Search"], delivery.NotKnown);
        Assert.Equal(Due, delivery.Due);
    }

    [Fact]
    public void Without_a_team_that_is_not_here_no_day_is_named_either()
    {
        var delivery = Assert.Single(Portfolio.Of([Uneven("Checkout", 6, "Release 2"), Uneven("Search", 9, "Release 2")], [new("Release 2", ["Warehouse", "Checkout", "SEARCH"])]).Deliveries);
        Assert.Null(delivery.Joint);
        Assert.Equal(["Warehouse"], delivery.NotKnown);
    }

    [Fact]
    public void All_deliveries_by_their_days_is_less_likely_than_each()
    {
        var portfolio = Portfolio.Of([Uneven("Checkout", 6, "A", "B"), Uneven("Search", 9, "A", "B")], [new("A", ["Checkout", "Search"]), new("B", ["Checkout", "Search"])]);
        Assert.True(portfolio.AllByDue <= portfolio.Deliveries.Min(d => d.Joint!.ChanceByDue) + 0.01);
        Assert.NotNull(portfolio.AllByDue);
    }

    [Fact]
    public void Without_teams_there_is_nothing() => Assert.Equal((0, 0, null), (Portfolio.Of([], []).Teams.Length, Portfolio.Of([], [new("A", [])]).Deliveries.Length, Portfolio.Of([], []).AllByDue));

    [Fact]
    public void A_clear_change_of_pace_is_the_largest_change()
    {
        var slowed = HealthBuilder.Build(Input(Steady().Where((_, day) => day < 158 || day % 7 == 0), Waiting(30, 5)) with { LastWeek = Before(weeks85: 9) });
        Assert.Equal(TeamChangeKind.Pace, TeamChange.Of(slowed)!.Kind);
        Assert.True(TeamChange.Of(slowed)!.Shift!.NowPerWeek < TeamChange.Of(slowed)!.Shift!.BeforePerWeek);
    }

    [Fact]
    public void Else_it_is_the_delivery_that_moved_most_by_a_week_or_more()
    {
        var then = ImmutableSortedDictionary<string, DeliveryThen>.Empty.Add("A", new(TestHistory.Day(Now + 5), 3)).Add("B", new(TestHistory.Day(Now + 60), 3)).Add("C", new(TestHistory.Day(Now), 3));
        var health = Uneven("Checkout", 6, "A", "B", "C");
        var by = health.Deliveries[0].When.By.First(b => b.Probability == 0.85).Date;
        var change = TeamChange.Of(health with { LastWeek = Before(weeks85: 9, then) })!;

        Assert.Equal((TeamChangeKind.Delivery, "B", by.DayNumber - TestHistory.Day(Now + 60).DayNumber), (change.Kind, change.Move!.Name, change.Move.Days));
    }

    [Fact]
    public void Else_it_is_the_runway_and_small_moves_are_none()
    {
        var health = Team("Checkout", 30, 15); // lasts 2 weeks
        Assert.Equal(new TeamChange(TeamChangeKind.Runway, RunwayWeeks: -0.5), TeamChange.Of(health with { LastWeek = Before(weeks85: 2.5) }));
        Assert.Null(TeamChange.Of(health with { LastWeek = Before(weeks85: 2.4) }));
        Assert.Null(TeamChange.Of(health with { LastWeek = Before(weeks85: null) }));
        Assert.Null(TeamChange.Of(health));
    }

    private static WeekBefore Before(double? weeks85, ImmutableSortedDictionary<string, DeliveryThen>? deliveries = null) =>
        new(TestHistory.At(Now - 7), "history", weeks85, null, 0, ImmutableSortedDictionary<string, ItemThen>.Empty, deliveries ?? ImmutableSortedDictionary<string, DeliveryThen>.Empty);

    private static TeamHealth Team(string name, int waiting, int ready) => HealthBuilder.Build(Input(Steady(), Waiting(waiting, ready)) with { Team = name });

    // An item on every other day by chance, so that days are uncertain; each delivery ends with the last waiting item.
    private static TeamHealth Uneven(string name, int items, params string[] deliveries) => HealthBuilder.Build(Input(Steady().Where((_, i) => i * i % 7 is 1 or 4), Waiting(items, items)) with
    {
        Team = name,
        Deliveries = [.. deliveries.Select(d => new DeliveryDefinition(d, Due, false, [$"w{items - 1:D3}"]))],
    });
}
