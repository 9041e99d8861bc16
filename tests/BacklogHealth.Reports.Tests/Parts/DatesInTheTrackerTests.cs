using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class DatesInTheTrackerTests
{
    private static readonly DateOnly Monday = DateOnly.FromDateTime(SampleHealth.Monday.Date);

    private static string Page(Audience audience, Func<int, DateOnly?> due, params Release[] releases) => ReportWriter.Render(audience, new SampleHealth
    {
        Change = input => input with
        {
            Releases = [.. releases],
            OpenItems = [.. input.OpenItems.Select((i, n) => i with { Item = i.Item with { Due = due(n), FixVersions = n % 3 == 0 ? ["2.0"] : [] } })],
        },
    }.Input()).Markdown;

    [Fact]
    public void A_release_is_told_to_everybody_with_how_likely_its_day_is()
    {
        var page = Page(Audience.Stakeholder, _ => null, new Release("2.0", Monday.AddDays(5), false));
        Assert.Contains("## The day promised in the tracker is more likely missed than met", page, StringComparison.Ordinal);
        Assert.Matches(@"\| 2\.0 \| \d+ \| 28 November \| fewer than 1 of 20 futures \| ", page);
    }

    [Fact]
    public void Single_items_are_the_teams_business()
    {
        static DateOnly? Due(int n) => n is 20 or 21 ? Monday.AddDays(300) : n == 22 ? Monday.AddDays(-4) : null;
        Assert.Contains("## All 2 days promised in the tracker are more likely met than missed", Page(Audience.ProductOwner, Due), StringComparison.Ordinal);
        Assert.Contains("1 open item has a day that has passed; such a day tells nobody anything.", Page(Audience.ProductOwner, Due), StringComparison.Ordinal);
        Assert.DoesNotContain("promised in the tracker", Page(Audience.Stakeholder, Due), StringComparison.Ordinal);
    }

    [Fact]
    public void More_items_than_are_shown_are_counted() =>
        Assert.Contains("28 more items with a later day.", Page(Audience.ProductOwner, n => n >= 8 ? Monday.AddDays(100 + n) : null), StringComparison.Ordinal);
}
