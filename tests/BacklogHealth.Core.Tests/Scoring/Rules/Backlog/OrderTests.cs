using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Backlog;

/// <summary>Rules that read the order of the backlog: places at the top, causes, priorities.</summary>
public sealed class OrderTests
{
    [Fact]
    public void The_top_holds_twenty_items_that_are_not_started()
    {
        var items = Enumerable.Range(0, 30).Select(i => Some.Item("Print a label", key: $"CHK-{i}") with { Rank = $"{i:D2}" }).ToList();
        items[3] = items[3] with { StateId = nameof(WorkItemState.Started), OriginalState = nameof(WorkItemState.Started) };
        items[5] = items[5] with { Kind = WorkItemKind.Epic };
        var order = BacklogIndex.Build(items, Some.Team).Order;

        Assert.Equal([1, 3, null, 4, null, 20, null], new[] { "CHK-0", "CHK-2", "CHK-3", "CHK-4", "CHK-5", "CHK-21", "CHK-22" }.Select(order.PlaceAtTop));
    }

    [Fact]
    public void The_place_is_said() =>
        Assert.Equal("stands at place 1 of the order, and nothing says what it is worth", FindingText.For("en").Message(Find("BL005", Some.Item("Print a label", "A button.") with { Rank = "a" })!));

    [Theory]
    [InlineData("Buyers lose their vouchers because the shop cannot take them.")]
    [InlineData("Saves us 40 € a month.")]
    public void A_stated_value_passes(string description) => Assert.Null(Find("BL005", Some.Item("Print a label", description) with { Rank = "a" }));

    [Fact]
    public void Of_the_items_that_it_waits_for_only_those_behind_it_are_named()
    {
        WorkItem Other(string key, string? rank) => Some.Item("Sell a voucher", key: key) with { Rank = rank };
        var item = Some.Item("Pay with a voucher") with { Rank = "m", Links = [.. new[] { "CHK-2", "CHK-3", "CHK-4", "CHK-9" }.Select(k => new ItemLink("is blocked by", k)), new ItemLink("blocks", "CHK-5")] };

        var finding = Find("BL006", item, Other("CHK-2", "a"), Other("CHK-3", "z"), Other("CHK-4", null), Other("CHK-5", "z"))!;

        Assert.Equal("stands before CHK-3, for which it waits", FindingText.For("en").Message(finding));
    }

    [Theory]
    [InlineData(61, "stands at place 1 of the order, and nobody has looked into it for 61 days")]
    [InlineData(60, null)]
    public void The_top_goes_stale_after_sixty_days(int days, string? message)
    {
        var finding = Find("BL007", Old(days) with { Rank = "a" });

        Assert.Equal(message, finding is null ? null : FindingText.For("en").Message(finding));
    }

    [Fact]
    public void What_is_at_the_top_is_asked_about_once() => Assert.Null(Find("BL008", Old(300) with { Rank = "a" }));

    [Theory]
    [InlineData(181, true)]
    [InlineData(180, false)]
    public void Elsewhere_half_a_year_is_long(int days, bool found) => Assert.Equal(found, Find("BL008", Old(days)) is not null);

    [Theory]
    [InlineData("High", 24, "Low", 16, "The backlog calls 24 of 40 open items “High”")]
    [InlineData("1 - Critical", 24, "3 - Medium", 16, "The backlog calls 24 of 40 open items “1 - Critical”")]
    [InlineData("Medium", 36, "Low", 4, "The backlog gives 36 of 40 open items the same priority, “Medium”")]
    [InlineData("High", 23, "Low", 17, null)]
    [InlineData("Medium", 35, "Low", 5, null)]
    public void Priorities_that_tell_little_are_counted(string name, int n, string other, int rest, string? message)
    {
        var items = Enumerable.Range(0, n + rest).Select(i => Some.Item("Print a label", key: $"CHK-{i}") with { Priority = i < n ? name : other }).ToList();

        Assert.Equal(message, Whole("BL004", items, "The backlog"));
    }

    [Fact]
    public void Finished_items_count_for_nothing()
    {
        var items = Enumerable.Range(0, 40).Select(i => Some.Item("Print a label", key: $"CHK-{i}") with { Priority = "High", StateId = nameof(WorkItemState.Finished) }).ToList();

        Assert.Null(Whole("BL004", items, ""));
    }

    [Fact]
    public void The_order_of_creation_is_told_by_its_neighbours()
    {
        var items = Enumerable.Range(0, 40).Select(i => Some.Item("Print a label", key: $"CHK-{i}") with { Rank = $"{i:D2}", Created = Some.Item("a").Created.AddDays(i == 20 ? -1 : i) }).ToList();

        Assert.Equal("The backlog is ordered by the day of creation, the oldest first, in 38 of 39 places", Whole("BL013", items, "The backlog"));
    }

    private static string? Whole(string rule, List<WorkItem> items, string subject)
    {
        var found = new Scorer(RuleBook.All, Some.Team, BacklogIndex.Build(items, Some.Team)).ScoreBacklog().FirstOrDefault(f => f.Finding.RuleId == rule);
        return found is null ? null : $"{subject} {FindingText.For("en").Message(found.Finding)}";
    }

    private static Finding? Find(string rule, WorkItem item, params WorkItem[] others) => Some.Score(item, null, others).Findings.FirstOrDefault(f => f.RuleId == rule);

    private static WorkItem Old(int days) => Some.Item("Print a label") with { Created = new DateTimeOffset(Some.Team.Today.AddDays(-days), new TimeOnly(9, 0), TimeSpan.Zero) };
}
