using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class TimeInStateChartTests
{
    [Fact]
    public void Where_states_tell_that_they_wait_the_share_of_work_is_the_finding() =>
        Assert.Equal("Of 100 days between start and finish, 40 were spent in states of work", Of(knowsWaiting: true).Title.Plain);

    [Fact]
    public void Where_no_state_tells_the_longest_is_the_finding()
    {
        Assert.Equal("Of 100 days between start and finish, 60 were spent in “Waiting for review”", Of(knowsWaiting: false).Title.Plain);
        Assert.Equal(
            "Of 100 days between start and finish, 60 were spent in “Waiting for review”. Waiting for review: 60 of 100. In progress: 30 of 100. Test: 10 of 100.",
            Of(knowsWaiting: false).Alt.Plain);
    }

    [Fact]
    public void What_is_left_out_is_said() => Assert.Equal(
        "Share of all days between start and finish, in %, items finished in 12 weeks, n = 20; 3 without a known way left out", Of(knowsWaiting: true).Caption.Plain);

    [Fact]
    public void A_state_stands_in_the_table_with_its_kind() =>
        Assert.Equal(["Waiting for review", "60", "18", "2.5", "work waits"], Of(knowsWaiting: true).Numbers.Rows[1].Select(c => c.Plain));

    [Fact]
    public void Too_few_items_are_said() => Assert.Equal(
        "4 items with a known way were finished in 12 weeks; from 10 on, the time in each state is shown here.",
        new TimeInStateChart(new TimeInState(84, [new("Test", false, 4, 1, 4)], 4, 0, 0, false)).TooLittle!.Plain);

    [Fact]
    public void A_single_state_tells_nothing_apart() => Assert.Equal(
        "Between start and finish there is but one state, “In Progress”: nothing tells work from waiting.",
        new TimeInStateChart(new TimeInState(84, [new("In Progress", false, 40, 1, 40)], 40, 0, 0, false)).TooLittle!.Plain);

    private static TimeInStateChart Of(bool knowsWaiting) => new(new TimeInState(
        84, [new("In progress", false, 20, 1.2, 30), new("Waiting for review", true, 18, 2.5, 60), new("Test", false, 20, 0.4, 10)], 20, 2, 1, knowsWaiting));
}
