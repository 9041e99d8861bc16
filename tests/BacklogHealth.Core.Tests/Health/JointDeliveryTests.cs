using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class JointDeliveryTests
{
    // An item on every other day, so that dates are uncertain; the last waiting item decides.
    private static DeliveryPart Part(string team, int items, DateOnly? due = null, IEnumerable<ItemHistory>? finished = null)
    {
        var health = HealthBuilder.Build(Input(finished ?? Steady().Where((_, i) => i % 2 == 0), Waiting(items, items)) with { Deliveries = [new("Release 2", due, false, [$"w{items - 1:D3}"])] });
        return new DeliveryPart(team, health.Today, health.Deliveries[0], health.Forecaster, null);
    }

    [Fact]
    public void Of_one_team_it_is_that_teams_outlook()
    {
        var part = Part("Checkout", 6, TestHistory.Day(Now + 14));
        var joint = JointDelivery.Of([part]);
        Assert.Equal(part.Outlook.When.By, joint.By);
        Assert.Equal(part.Outlook.ChanceByDue, joint.ChanceByDue);
        Assert.Equal(part.Outlook.When.Dots, joint.Dots);
    }

    [Fact]
    public void Of_two_teams_both_have_to_be_done()
    {
        var (one, other) = (Part("Checkout", 6, TestHistory.Day(Now + 14)), Part("Search", 7, TestHistory.Day(Now + 14)));
        var joint = JointDelivery.Of([one, other]);
        Assert.Equal(one.Outlook.ChanceByDue!.Value * other.Outlook.ChanceByDue!.Value, joint.ChanceByDue!.Value, 1e-12);
        Assert.All(joint.By.Zip(other.Outlook.When.By), x => Assert.True(x.First.Days >= x.Second.Days));
        Assert.Equal(joint.By.First(b => b.Probability == 0.85).Date, joint.Dots[16]);
        Assert.Equal((20, (int)Math.Floor(joint.ChanceByDue!.Value * 20)), (joint.Dots.Length, joint.Dots.Count(d => d <= TestHistory.Day(Now + 14))));
    }

    [Fact]
    public void A_part_that_is_done_holds_nothing_up()
    {
        var open = Part("Checkout", 6, TestHistory.Day(Now + 14));
        var done = open with { Team = "Search", Outlook = open.Outlook with { Remaining = 0, ChanceByDue = 1, When = open.Outlook.When with { Done = true } } };
        Assert.Equal(open.Outlook.When.By, JointDelivery.Of([open, done]).By);
        Assert.True(JointDelivery.Of([done]) is { Done: true, ChanceByDue: 1.0, By.IsEmpty: true });
    }

    [Fact]
    public void A_team_that_has_none_of_its_items_has_no_part_in_it()
    {
        var open = Part("Checkout", 6, TestHistory.Day(Now + 14));
        var nothing = open with { Team = "Search", Outlook = open.Outlook with { Total = 0, Remaining = 0, NotFound = ["T-1", "T-2"], When = open.Outlook.When with { WhyNot = $"None of its items is known." } } };
        var joint = JointDelivery.Of([open with { Outlook = open.Outlook with { NotFound = ["T-2", "T-3"] } }, nothing]);
        Assert.Equal("Checkout", Assert.Single(joint.Parts).Team);
        Assert.Equal(["T-2"], joint.NotFound);
        Assert.Equal([("Search", "None of its items is known.")], JointDelivery.Of([nothing]).WhyNot.Select(w => (w.Team, w.Reason.ToString())));
    }

    [Fact]
    public void Without_a_forecast_of_one_part_there_is_none_of_the_whole()
    {
        var joint = JointDelivery.Of([Part("Checkout", 6, TestHistory.Day(Now + 14)), Part("Search", 7, TestHistory.Day(Now + 14), [])]);
        Assert.Empty(joint.By);
        Assert.Empty(joint.Dots);
        Assert.Null(joint.ChanceByDue);
        Assert.Equal("Search", Assert.Single(joint.WhyNot).Team);
    }

    [Fact]
    public void A_day_that_has_passed_has_no_chance() => Assert.Equal(0, JointDelivery.Of([Part("Checkout", 6, TestHistory.Day(Now - 1))]).ChanceByDue);
}
