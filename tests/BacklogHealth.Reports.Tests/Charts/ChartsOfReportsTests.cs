using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;
using SkiaSharp;

namespace BacklogHealth.Reports.Tests.Charts;

/// <summary>What holds for every chart of every report, whatever it shows.</summary>
public sealed class ChartsOfReportsTests
{
    private static readonly Lazy<Dictionary<Audience, List<Figure>>> All = new(() => Audiences.All.ToDictionary(a => a, Figures));

    private static IEnumerable<Figure> Every => All.Value.Values.SelectMany(f => f);

    [Fact]
    public void Every_chart_that_the_field_expects_is_in_a_report() => Assert.Empty(new[]
    {
        "cycle-time", "throughput", "work-item-age", "cumulative-flow", "wip", "arrivals-and-departures", "throughput-process", "cycle-time-process", "time-in-state", "burn-up-1",
        "forecast", "forecast-curve-1", "reliability", "runway-trend", "health-trend", "clarity", "slicing", "backlog-age", "goal-coverage", "estimate-and-cycle-time",
    }.Except(Every.Select(f => f.Id), StringComparer.Ordinal));

    [Fact]
    public void Every_chart_says_what_it_shows_how_to_read_it_and_its_window_or_number() => Assert.All(Every, figure =>
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
        var ids = All.Value[audience].Select(f => f.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    });

    public static TheoryData<Audience, string> Drawn => new(All.Value.SelectMany(a => a.Value.Where(f => f.Picture is PngPicture).Select(f => (a.Key, f.Id))));

    [Theory, MemberData(nameof(Drawn))]
    public void Every_chart_is_drawn_with_labels_in_the_size_that_its_page_has_and_small_enough_to_mail(Audience audience, string id)
    {
        var forms = ((PngPicture)All.Value[audience].Single(f => f.Id == id).Picture!).Draw();
        foreach (var (png, width) in new[] { (forms.Wide, ChartImage.Wide), (forms.WideDark, ChartImage.Wide), (forms.Narrow, ChartImage.Narrow), (forms.NarrowDark, ChartImage.Narrow) })
        {
            using var picture = SKBitmap.Decode(png.Bytes);
            var axis = picture.Height - 40;

            Assert.Equal((width, 230, 2 * width, 2 * 230), (png.Width, png.Height, picture.Width, picture.Height));
            Assert.InRange(png.Bytes.Length, 1_000, 60_000);
            // Beside the y axis and below the x axis stands nothing but labels.
            Assert.True(ChartImageTests.Inked(picture, 0, 0, 44, axis) > 40, "the y axis has no labels");
            Assert.True(ChartImageTests.Inked(picture, 60, axis, picture.Width, picture.Height) > 200, "the x axis has no labels");
            Assert.True(ChartImageTests.Inked(picture, 60, 0, picture.Width, axis) > 1_000, "nothing is drawn");
        }
    }

    private static List<Figure> Figures(Audience audience)
    {
        var report = new ReportContext(new SampleHealth().Input(), audience);
        return [.. ReportBook.For(report).SelectMany(p => new Section(p.Id, [.. p.Blocks(report)]).Figures)];
    }
}
