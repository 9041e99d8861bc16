using BacklogHealth.Core.Health;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class LargePiecesTests
{
    private static readonly DateOnly Monday = DateOnly.FromDateTime(SampleHealth.Monday.Date);

    // Two epics; the waiting items are given to them in turn.
    private static HealthInput WithEpics(HealthInput input, DateOnly? due)
    {
        var waiting = input.OpenItems.Where(i => i.StateId == "To do").Select((i, n) => (i.Item.Id, Epic: $"e{n % 2}")).ToDictionary(x => x.Id, x => x.Epic);
        var epics = Enumerable.Range(0, 2).Select(n => new ItemHistory($"e{n}", $"CHK-90{n}", WorkItemKind.Epic, null, null, SampleHealth.Monday.AddDays(-60), null, [new StateEntry(SampleHealth.Monday.AddDays(-60), "To do", "To do")])).ToList();
        return input with
        {
            Histories = [.. input.Histories.Select(h => waiting.TryGetValue(h.Id, out var epic) ? h with { ParentId = epic } : h), .. epics],
            OpenItems =
            [
                .. input.OpenItems.Select(i => waiting.TryGetValue(i.Item.Id, out var epic) ? i with { Item = i.Item with { ParentId = epic } } : i),
                .. epics.Select((e, n) => input.OpenItems.First() with
                {
                    Item = new WorkItemSummary(e.Id, e.Key, $"Large piece {n}", "Epic", WorkItemKind.Epic, "To do", e.Created, null, null, due, [], []), Rank = $"9{n}", StateId = "To do",
                }),
            ],
        };
    }

    private static string Page(Audience audience, DateOnly? due, int? atOnce = null) =>
        ReportWriter.Render(audience, new SampleHealth { Change = input => WithEpics(input, due) with { FeaturesAtOnce = atOnce } }.Input()).Markdown;

    [Fact]
    public void Each_piece_has_its_days_in_the_order_in_which_it_is_taken_up()
    {
        var page = Page(Audience.ProductOwner, null);
        Assert.Contains("## 2 large pieces of work are not done", page, StringComparison.Ordinal);
        Assert.Contains("Items are done in the order of the backlog, those in progress first.", page, StringComparison.Ordinal);
        Assert.Matches(@"\| \[CHK-900\]\([^)]*\) Large piece 0 \| 19 of 19 items \| \d+ \w+( 20\d\d)? \| \d+ \w+( 20\d\d)? \|", page);
        Assert.Contains("Taken up in the order of the backlog, those in progress first; two at a time, which share the work evenly.", Page(Audience.ProductOwner, null, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_promised_in_the_tracker_stand_beside_what_is_likely_and_keys_are_not_for_stakeholders()
    {
        var page = Page(Audience.Stakeholder, Monday.AddDays(3));
        Assert.Contains("## 2 of 2 promised pieces of work are more likely late than in time", page, StringComparison.Ordinal);
        Assert.Contains("| 26 November | fewer than 1 of 20 futures |", page, StringComparison.Ordinal);
        Assert.Contains("All of them are done by their promised days in fewer than 1 of 20 futures.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("CHK-900", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_promised_for_a_day_far_away_is_more_likely_in_time() =>
        Assert.Contains("## All 2 promised pieces of work are more likely in time than late", Page(Audience.ProductOwner, Monday.AddDays(400)), StringComparison.Ordinal);

    [Fact]
    public void Without_epics_nothing_is_said() => Assert.DoesNotContain("large piece", ReportWriter.Render(Audience.ProductOwner, new SampleHealth().Input()).Markdown, StringComparison.Ordinal);
}
