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
        new ThroughputNumbers([.. Enumerable.Range(0, 12).Select(i => new WeekCount(Today.AddDays(-84 + 7 * i), i % 5))], null), Today);

    [Fact]
    public void Labels_are_drawn_with_the_font_that_ships_with_the_program()
    {
        using var picture = SKBitmap.Decode(ChartImage.Draw(Chart, Theme.Light, ChartImage.Wide).Bytes);

        // Beside the y axis and below the x axis stands nothing but labels.
        Assert.True(Inked(picture, 0, 0, 24, picture.Height) > 50, "the y axis has no labels");
        Assert.True(Inked(picture, 60, picture.Height - 40, picture.Width, picture.Height) > 200, "the x axis has no labels");
        Assert.Equal("DejaVu Sans", ScottPlot.Fonts.GetTypeface(ChartFont.Name, bold: true, italic: false).FamilyName);
    }

    [Fact]
    public void The_same_chart_gives_the_same_bytes() =>
        Assert.Equal(ChartImage.Draw(Chart, Theme.Dark, ChartImage.Narrow).Bytes, ChartImage.Draw(Chart, Theme.Dark, ChartImage.Narrow).Bytes);

    [Fact]
    public void Charts_drawn_at_once_are_the_same_as_one_after_the_other()
    {
        var alone = ChartImage.Draw(Chart, Theme.Light, ChartImage.Narrow).Bytes;
        var together = new byte[8][];

        Parallel.For(0, 8, i => together[i] = ChartImage.Draw(Chart, Theme.Light, ChartImage.Narrow).Bytes);

        Assert.All(together, bytes => Assert.Equal(alone, bytes));
    }

    [Fact]
    public void The_paper_is_transparent_so_that_the_page_shows_through()
    {
        using var picture = SKBitmap.Decode(ChartImage.Draw(Chart, Theme.Dark, ChartImage.Wide).Bytes);

        Assert.Equal(ChartImage.Wide * 2, picture.Width);
        Assert.Equal(0, picture.GetPixel(picture.Width - 1, 0).Alpha);
    }

    private static int Inked(SKBitmap picture, int left, int top, int right, int bottom)
    {
        var inked = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                inked += picture.GetPixel(x, y).Alpha > 128 ? 1 : 0;
            }
        }

        return inked;
    }
}
