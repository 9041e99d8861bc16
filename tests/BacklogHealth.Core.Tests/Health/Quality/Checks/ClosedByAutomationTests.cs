using BacklogHealth.Core.Health.Quality;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class ClosedByAutomationTests
{
    // Items finished at these instants, each by this account.
    private static string Told(string account, params IEnumerable<double> days)
    {
        var items = days.Select((day, n) => Item($"{n}", (0, "To Do"), (1, "In Progress"), (day, "Done"))).ToList();
        return Ask("closed-by-automation", new QualityFacts { FinishingChanges = [.. items.Select(i => new FinishingChange(i.Id, i.States[^1].At, account))] }, items).Share.ToString();
    }

    private const double Minute = 1.0 / 1440;

    [Fact]
    public void Five_in_the_same_second_by_one_account_are_found()
    {
        Assert.Equal("5 of 6 finished items whose closing accounts are known", Told("a", 20, 20, 20, 20, 20, 21));
    }

    [Fact]
    public void Four_in_the_same_second_may_be_a_hand()
    {
        Assert.Equal("0 of 5 finished items whose closing accounts are known", Told("a", 20, 20, 20, 20, 21));
    }

    [Fact]
    public void An_account_that_keeps_to_a_minute_of_the_hour_is_found()
    {
        Assert.Equal("10 of 10 finished items whose closing accounts are known", Told("a", Enumerable.Range(0, 10).Select(n => 20 + n + (n < 8 ? n % 2 * Minute : 0.3))));
    }

    [Fact]
    public void Seven_of_ten_may_be_chance()
    {
        Assert.Equal("0 of 10 finished items whose closing accounts are known", Told("a", Enumerable.Range(0, 10).Select(n => 20 + n + (n < 7 ? 0 : n * 7 * Minute))));
    }

    [Fact]
    public void Items_that_nobody_known_has_finished_are_not_looked_at()
    {
        Assert.Equal("0 of 0 finished items whose closing accounts are known", Say("closed-by-automation", Item("1", (0, "To Do"), (3, "Done"))));
    }

    [Fact]
    public void Only_the_change_that_finished_it_last_counts()
    {
        var item = Item("1", (0, "To Do"), (3, "Done"), (4, "In Progress"), (9, "Done"));
        Assert.Equal(0, Ask("closed-by-automation", new QualityFacts { FinishingChanges = [new("1", At(3), "a")] }, item).Of);
    }
}
