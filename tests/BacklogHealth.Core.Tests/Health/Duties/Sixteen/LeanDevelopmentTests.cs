using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class LeanDevelopmentTests
{
    [Fact]
    public void Stock_is_told_in_months_at_the_pace_of_twelve_weeks()
    {
        // One a week in most weeks and ten in one: at the median, nine that wait last nine weeks, which is 2.07 months of 30.44 days.
        var duty = new TestDuty { Items = [.. Enumerable.Range(1, 12).SelectMany(week => Done(week == 5 ? 10 : 1, 310, 398 - (7 * week), $"d{week}-"))], Open = [.. Enumerable.Range(1, 9).Select(i => Waiting($"{i}"))] };

        Assert.Equal("2.1 months", duty.Ask("stock"));
        Assert.Equal("There are too few items finished within twelve weeks: 3, of the 5 that it takes.", (duty with { Items = [.. Done(3, 350, 360)] }).Ask("stock"));
        Assert.Equal("In half of the weeks nothing was finished.", (duty with { Items = [.. Done(12, 300, 360)] }).Ask("stock"));
    }

    [Fact]
    public void Arrivals_are_told_for_each_ten_that_left()
    {
        var dropped = Item("x", (200, "To Do"), (380, "Done")) with { Discarded = true };
        var duty = new TestDuty { Items = [.. Done(9, 301, 360), dropped], Open = [.. Enumerable.Range(1, 15).Select(i => Waiting($"{i}"))] };

        // Created on day 299 are those that were finished: before the twelve weeks.
        Assert.Equal("15 items", duty.Ask("arrivals-and-departures"));
        Assert.Equal("1 of 10 (10 %)", duty.Ask("dropped-on-purpose"));
    }

    [Fact]
    public void A_zombie_is_old_and_nobody_has_touched_it()
    {
        var duty = new TestDuty
        {
            Open =
            [
                Touched(Waiting("1", created: 100), 300), Touched(Waiting("2", created: 100), 150), .. Enumerable.Range(3, 3).Select(i => Waiting($"{i}", created: 100)),
                Waiting("young", created: 300),
            ],
        };

        Assert.Equal("4 of 6 (67 %)", duty.Ask("zombies"));
    }

    [Fact]
    public void Nobody_knows_whether_an_item_without_dates_is_a_zombie()
    {
        var placed = Enumerable.Range(1, 5).Select(i => WithoutDates(Waiting($"p{i}", created: 100))).ToList();
        var duty = new TestDuty { Open = [.. Enumerable.Range(1, 5).Select(i => Waiting($"{i}", created: 100)), Touched(placed[0], 300), .. placed.Skip(1)] };

        Assert.Equal("5 of 6 (83 %)", duty.Ask("zombies"));
    }

    [Fact]
    public void Time_in_a_state_that_waits_is_no_work()
    {
        var board = new Workflow([.. TestHistory.Board.States, new("9", "Blocked", WorkItemState.Started)]);
        var items = Enumerable.Range(1, 5).Select(i => new ItemHistory($"{i}", $"T-{i}", WorkItemKind.Story, null, null, At(340), null,
            [new(At(340), "1", "To Do"), new(At(350), "2", "In Progress"), new(At(352), "9", "Blocked"), new(At(355), "2", "In Progress"), new(At(360), "4", "Done")]));

        Assert.Equal("70 %", new TestDuty { Items = [.. items], Workflow = board }.Ask("flow-efficiency"));
        Assert.Equal("No state of the workflow says by its name that work waits in it, such as Blocked or Waiting.", new TestDuty { Items = [.. Done(5, 350, 360)] }.Ask("flow-efficiency"));
    }
}
