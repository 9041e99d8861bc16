using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Charts;

/// <summary>What holds for every chart of every report, whatever it shows.</summary>
public sealed class ChartsOfReportsTests
{
    private static readonly Lazy<List<Figure>> All = new(() => [.. Audiences.All.SelectMany(Figures)]);

    [Fact]
    public void Every_chart_that_the_field_expects_is_in_a_report() => Assert.Empty(new[]
    {
        "cycle-time", "throughput", "work-item-age", "cumulative-flow", "wip", "arrivals-and-departures", "throughput-process", "cycle-time-process", "time-in-state", "burn-up-1",
        "forecast", "forecast-curve-1", "reliability", "runway-trend", "health-trend", "clarity", "slicing", "backlog-age", "goal-coverage", "estimate-and-cycle-time",
    }.Except(All.Value.Select(f => f.Id), StringComparer.Ordinal));

    [Fact]
    public void Every_chart_says_what_it_shows_how_to_read_it_and_its_window_or_number() => Assert.All(All.Value, figure =>
    {
        Assert.NotEmpty(figure.Title.Plain);
        Assert.DoesNotContain("  ", figure.Caption.Plain, StringComparison.Ordinal);
        Assert.Contains("?", figure.HowToRead.Plain, StringComparison.Ordinal);
        if (figure.Picture is not null)
        {
            Assert.Matches(@"n = [\d,]+|by week|each week|\d+ weeks|history of|open before", figure.Caption.Plain);
            Assert.NotEmpty(figure.Numbers!.Rows);
            Assert.All(figure.Numbers.Rows, r => Assert.Equal(figure.Numbers.Columns.Length, r.Length));
        }
    });

    [Fact]
    public void No_two_charts_of_a_report_have_one_name() => Assert.All(Audiences.All, audience =>
    {
        var ids = Figures(audience).Select(f => f.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    });

    private static IEnumerable<Figure> Figures(Audience audience)
    {
        var report = new ReportContext(new SampleHealth().Input(), audience);
        return ReportBook.For(report).SelectMany(p => p.Blocks(report)).OfType<SideBySide>().SelectMany(s => s.Figures);
    }
}
