using System.Collections.Immutable;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class OtherDutiesTests
{
    [Fact]
    public void Ready_work_and_the_next_items_are_those_of_the_report()
    {
        var duty = new TestDuty { Items = [.. Enumerable.Range(0, 90).Select(i => Item($"f{i}", (300 + i, "To Do"), (305 + i, "In Progress"), (309.5 + i, "Done")))], Open = [.. TestTeam.Waiting(20, ready: 14)] };

        // One a day: the fourteenth is used up on the fourteenth day, so that they last for thirteen.
        Assert.Equal(("14 of 20 waiting items", "1.9 weeks"), (duty.Measure("runway").Basis.ToString(), duty.Ask("runway-85")));
        Assert.StartsWith("0 of ", duty.Ask("next-not-ready"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tracker_that_keeps_no_order_does_not_tell_what_comes_next()
    {
        var (scored, history) = Waiting("1");

        Assert.Equal("The tracker keeps no order, so nothing tells what comes next.", new TestDuty { Open = [(scored with { Rank = null }, history)] }.Ask("next-not-ready"));
    }

    [Fact]
    public void Promised_days_stand_beside_the_chance_to_meet_them()
    {
        var open = Enumerable.Range(1, 40).Select(i => Waiting($"{i:00}")).Select((o, i) => i == 39 ? (o.Scored with { Item = o.Scored.Item with { Due = Day(Now + 3) } }, o.History) : i == 0 ? (o.Scored with { Item = o.Scored.Item with { Due = Day(Now - 3) } }, o.History) : o);
        var duty = new TestDuty { Items = [.. Enumerable.Range(0, 90).Select(i => Item($"f{i}", (300 + i, "To Do"), (305 + i, "In Progress"), (309.5 + i, "Done")))], Open = [.. open] };

        Assert.Equal("1 of 1", duty.Ask("doubtful-days"));
        Assert.Equal("1 of 2", duty.Ask("passed-days"));
    }

    [Fact]
    public void The_last_duty_is_no_number()
    {
        var values = new TestDuty { Items = [.. Done(9, 350, 360)] }.Report().Duties[15];

        Assert.False(values.Duty.IsMeasured);
        Assert.StartsWith("This is no number: ", Assert.Single(values.Measures).Reason?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_headline_is_the_first_measure_that_is_available_and_each_reason_is_told_once()
    {
        var duty = new TestDuty { Items = [.. Done(6, 350, 360)] }.Report().Duties.Single(d => d.Duty.Id == 2);

        Assert.Equal("clarification-load", duty.Headline.Id);
        var duties = new TestDuty { Rules = [] }.Report().Duties;
        Assert.Equal(["No rule looks for it."], duties.Single(d => d.Duty.Id == 4).NotAvailable.Select(n => n.Reason.ToString()));
        Assert.Equal(3, duties.Single(d => d.Duty.Id == 4).NotAvailable.Single().Names.Length);
    }

    [Fact]
    public void The_trend_is_told_against_the_week_before()
    {
        var duty = new TestDuty { Items = [.. Done(6, 350, 360)], WeekBefore = ImmutableSortedDictionary<string, double>.Empty.Add("clarification-load", 12.5) };

        Assert.Equal(-12.5, duty.Measure("clarification-load").Trend);
        Assert.Null(duty.Measure("reopened").Trend);
    }
}
