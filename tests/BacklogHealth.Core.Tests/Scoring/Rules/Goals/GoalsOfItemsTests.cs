using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Goals;

/// <summary>What items and epics say of their goals.</summary>
public sealed class GoalsOfItemsTests
{
    [Theory]
    [InlineData("Half as many people call the hotline, 5 % instead of 10.", false)]
    [InlineData("Conversion in the checkout rises.", false)]
    [InlineData("It is a success when the KPI of the shop rises.", false)]
    [InlineData("Vouchers can be sold and locked.", true)]
    public void An_epic_says_by_what_it_will_be_measured(string description, bool found) =>
        Assert.Equal(found, Some.Find("GO005", "Vouchers", description, WorkItemKind.Epic) is not null);

    [Theory]
    [InlineData("We believe that vouchers bring new buyers.", "We believe that")]
    [InlineData("We believe vouchers bring new buyers. We will know when they come back.", null)]
    [InlineData("We believe vouchers bring 10 percent more orders.", null)]
    [InlineData("I believe the button is red.", null)]
    public void A_belief_is_held_against_its_signal(string description, string? quoted) => Assert.Equal(quoted, Some.Words("GO007", "Vouchers", description));

    [Theory]
    [InlineData(9, 0, true)] // 9 of 10
    [InlineData(9, 2, true)] // 9 of 12
    [InlineData(9, 3, false)] // 9 of 13
    [InlineData(8, 0, false)] // 9 in all
    public void Where_three_in_four_hang_below_an_epic_the_others_are_asked(int tied, int alone, bool found)
    {
        var others = Enumerable.Range(1, tied + alone).Select(i => Some.Item("Print a label", key: $"OTHER-{i}", parent: i <= tied ? "EPIC-1" : null)).Append(Some.Item("Vouchers", kind: WorkItemKind.Epic, key: "EPIC-1"));

        Assert.Equal(found, Some.Score(Some.Item("Pay with a voucher"), null, [.. others]).Findings.Any(f => f.RuleId == "GO001"));
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "has 6 epics under way at once (EPIC-1, EPIC-2, EPIC-3, EPIC-4, EPIC-5, …)")]
    public void More_than_five_epics_under_way_are_too_many(int epics, string? said)
    {
        List<WorkItem> items = [];
        foreach (var i in Enumerable.Range(1, epics))
        {
            items.Add(Some.Item("Vouchers", kind: WorkItemKind.Epic, key: $"EPIC-{i}"));
            items.Add(Some.Item("Print a label", key: $"CHK-{i}", parent: $"EPIC-{i}") with { StateId = nameof(WorkItemState.Started) });
        }

        var found = new Scorer(RuleBook.All, Some.Team, BacklogIndex.Build(items, Some.Team)).ScoreBacklog().FirstOrDefault(f => f.Finding.RuleId == "GO006");

        Assert.Equal(said, found is null ? null : FindingText.For("en").Message(found.Finding));
    }
}
