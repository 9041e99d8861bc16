using BacklogHealth.Core.Health;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class BegunUnreadyTests
{
    [Theory]
    [InlineData(50, 5, 50, 30, true, "Items that were begun unready were left over more often")]
    [InlineData(50, 30, 50, 5, true, "Items that were begun unready were left over less often")]
    [InlineData(50, 5, 50, 30, false, "Items that were begun unready took long more often")]
    [InlineData(50, 30, 50, 5, false, "Items that were begun unready took long less often")]
    [InlineData(20, 4, 20, 5, true, "Whether items that were begun unready fare worse is still open")]
    [InlineData(2000, 400, 2000, 410, true, "Items that were begun unready fared like the others")]
    [InlineData(20, 4, 3, 3, true, "Whether readiness has helped is not known yet")]
    public void The_heading_says_no_more_than_the_numbers_carry(int ready, int readySpilled, int unready, int unreadySpilled, bool bySprint, string heading)
    {
        var pulled = new PulledWork(new Share(readySpilled, ready), new Share(unreadySpilled, unready), 26, bySprint);

        Assert.Contains($"\n## {heading}\n\n{pulled.Said}\n", Page(Audience.Coach, pulled), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_outcome_is_known_it_is_not_spoken_of() => Assert.DoesNotContain("begun unready", Page(Audience.Coach, null), StringComparison.Ordinal);

    [Theory]
    [InlineData(Audience.ProductOwner)]
    [InlineData(Audience.Stakeholder)]
    public void It_is_the_coachs_alone(Audience audience) =>
        Assert.DoesNotContain("begun unready", Page(audience, new PulledWork(new Share(5, 50), new Share(30, 50), 26, true)), StringComparison.Ordinal);

    private static string Page(Audience audience, PulledWork? pulled)
    {
        var input = new SampleHealth().Input();
        return ReportWriter.Render(audience, input with { Health = input.Health with { Pulled = pulled } }).Markdown;
    }
}
