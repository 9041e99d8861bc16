using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.Flow;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ChartImageTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Chart Chart = new ThroughputRunChart(
        new ThroughputNumbers([.. Enumerable.Range(0, 12).Select(i => new WeekCount(Today.AddDays(-84 + 7 * i), i % 5))], null));

    [Fact]
    public void Labels_are_drawn_with_the_font_that_ships_with_the_program()
    {
        using var picture = SKBitmap.Decode(ChartImage.Draw(Chart, ChartImage.Wide, Saying.English).Light.Bytes);

        // Beside the y axis and below the x axis stands nothing but labels.
        Assert.True(Inked(picture, 0, 0, 24, picture.Height) > 50, "the y axis has no labels");
        Assert.True(Inked(picture, 60, picture.Height - 40, picture.Width, picture.Height) > 200, "the x axis has no labels");
        Assert.Equal("DejaVu Sans", ScottPlot.Fonts.GetTypeface(ChartFont.Name, bold: true, italic: false).FamilyName);
    }

    [Fact]
    public void The_same_chart_gives_the_same_bytes() =>
        Assert.Equal(ChartImage.Draw(Chart, ChartImage.Narrow, Saying.English).Dark.Bytes, ChartImage.Draw(Chart, ChartImage.Narrow, Saying.English).Dark.Bytes);

    [Fact]
    public void Charts_drawn_at_once_are_the_same_as_one_after_the_other()
    {
        var alone = ChartImage.Draw(Chart, ChartImage.Narrow, Saying.English).Light.Bytes;
        var together = new byte[8][];

        Parallel.For(0, 8, i => together[i] = ChartImage.Draw(Chart, ChartImage.Narrow, Saying.English).Light.Bytes);

        Assert.All(together, bytes => Assert.Equal(alone, bytes));
    }

    [Fact]
    public void The_paper_is_transparent_so_that_the_page_shows_through()
    {
        using var picture = SKBitmap.Decode(ChartImage.Draw(Chart, ChartImage.Wide, Saying.English).Dark.Bytes);

        Assert.Equal(ChartImage.Wide * 2, picture.Width);
        Assert.Equal(0, picture.GetPixel(picture.Width - 1, 0).Alpha);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(0, 14)]
    [InlineData(10, 14)]
    public void A_label_at_any_edge_is_drawn_whole(double x, double y)
    {
        var (middle, edge) = (Draw(new OneLabel(5, 5)), Draw(new OneLabel(x, y)));

        Assert.InRange(edge - Draw(new OneLabel(null, 0)), 0.97 * (middle - Draw(new OneLabel(null, 0))), 1.03 * (middle - Draw(new OneLabel(null, 0))));
    }

    private static int Draw(Chart chart)
    {
        using var picture = SKBitmap.Decode(ChartImage.Draw(chart, ChartImage.Narrow, Saying.English).Light.Bytes);
        return Inked(picture, 0, 0, picture.Width, picture.Height, Theme.Light.Ink);
    }

    /// <summary>Pixels of a part of a picture that somebody can see; those of one colour where it is given.</summary>
    internal static int Inked(SKBitmap picture, int left, int top, int right, int bottom, string? ink = null)
    {
        SKColor? colour = ink is null ? null : SKColor.Parse(ink);
        var inked = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                inked += picture.GetPixel(x, y) is var pixel && pixel.Alpha > 128 && (colour is null || pixel == colour) ? 1 : 0;
            }
        }

        return inked;
    }

    /// <summary>Nothing but one label, to be found by its ink; none where it has no place.</summary>
    private sealed class OneLabel(double? x, double y) : Chart
    {
        public override string Id => "label";

        public override Sentence Question => $"";

        public override Sentence HowToRead => $"";

        public override Sentence Title => $"";

        public override Sentence Caption => $"";

        public override Sentence Alt => $"";

        public override Table Numbers => Table.Of([], []);

        public override Sentence? TooLittle => null;

        protected override Sentence NeutralTitle => $"";

        public override void Draw(ChartPaper paper)
        {
            paper.Axes(0, 10, 10);
            if (x is { } at)
            {
                paper.Label($"oldest: CHK-332, 62 days", at, y);
            }
        }
    }
}
