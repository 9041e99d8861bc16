using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Goals;

public sealed class SprintGoalTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("CHK-1, CHK-2", "keys")]
    [InlineData("Finish ABC-12 and ABC-13", "keys")]
    [InlineData("Work on #12 and #13", "keys")]
    [InlineData("Finish all stories", "empty")]
    [InlineData("Bug fixing", "empty")]
    [InlineData("Pay with a voucher; print labels", "titles")]
    public void A_goal_that_says_only_what_is_in_it_is_found(string goal, string why) => Assert.Equal(why, Find("GO003", Sprint(goal))?.Finding.Values["for"]);

    [Theory]
    [InlineData("Buyers can pay with a voucher (CHK-1)")]
    [InlineData("Vouchers")]
    [InlineData("Fix the three bugs that keep buyers from paying")]
    [InlineData("Pay with a voucher in the shop at the corner, print labels for islands")]
    public void A_goal_passes(string goal) => Assert.Null(Find("GO003", Sprint(goal)));

    [Fact]
    public void The_sprint_is_the_subject()
    {
        var found = Find("GO002", Sprint("Vouchers can be sold") with { Id = "4", Name = "Sprint 4", Phase = SprintPhase.Closed }, Sprint(null))!;

        Assert.Equal("Sprint 5 has no goal, where 1 of 2 sprints have one", $"{found.Subject} {FindingText.For("en").Message(found.Finding)}");
    }

    [Fact]
    public void A_sprint_without_items_is_asked_for_nothing() =>
        Assert.Null(Find("GO002", Sprint("Vouchers can be sold"), Sprint(null) with { Id = "6", Name = "Sprint 6", Phase = SprintPhase.Future }));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-2, true)]
    [InlineData(-3, false)] // what served the goal may be finished by now
    public void Items_are_held_against_the_goal_at_the_start_only(int days, bool found)
    {
        var sprint = Sprint("Parcels reach islands in two days") with { Start = Start.AddDays(days) };

        Assert.Equal(found, Find("GO004", sprint) is not null);
    }

    [Fact]
    public void The_title_of_the_epic_counts_too()
    {
        var items = Items().ConvertAll(i => i with { ParentId = "EPIC-1" });
        items.Add(Some.Item("Parcels to islands", kind: WorkItemKind.Epic, key: "EPIC-1"));

        Assert.Null(Find("GO004", items, Sprint("Parcels reach islands in two days")));
    }

    private static Sprint Sprint(string? goal) => new("5", "Sprint 5", goal, SprintPhase.Active, Start, Start.AddDays(14), null);

    private static List<WorkItem> Items() =>
        [.. new[] { "Pay with a voucher", "Print a label", "Lock the gate", "Count the stock", "Call the driver", "Clean the lists" }.Select((t, i) => Some.Item(t, key: $"CHK-{i + 1}") with { SprintIds = ["4", "5"] })];

    private static BacklogFinding? Find(string rule, params Sprint[] sprints) => Find(rule, Items(), sprints);

    private static BacklogFinding? Find(string rule, List<WorkItem> items, params Sprint[] sprints) =>
        new Scorer(RuleBook.All, Some.Team, BacklogIndex.Build(items, Some.Team, [.. sprints])).ScoreBacklog().FirstOrDefault(f => f.Finding.RuleId == rule);
}
