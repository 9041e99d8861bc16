using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Draws a chart as PNG at twice its CSS size, for light and dark paper, for a desk and for a phone.</summary>
internal static class ChartImage
{
    /// <summary>CSS pixels: half of the page beside another chart, and a phone.</summary>
    public const int Wide = 488, Narrow = 340;

    private const int Height = 230, Scale = 2;

    // The library shares its font cache between threads.
    private static readonly Lock Gate = new();

    public static PngForms Of(Chart chart, Voice voice) => new(
        Draw(chart, Theme.Light, Wide, voice), Draw(chart, Theme.Dark, Wide, voice), Draw(chart, Theme.Light, Narrow, voice), Draw(chart, Theme.Dark, Narrow, voice));

    public static Png Draw(Chart chart, Theme theme, int width, Voice voice)
    {
        lock (Gate)
        {
            ChartFont.Use();
            using var plot = new Plot();
            plot.ScaleFactor = Scale;
            plot.Font.Set(ChartFont.Name);
            chart.Draw(new ChartPaper(plot, theme, width < Wide, voice));

            using var bitmap = new SKBitmap(new SKImageInfo(width * Scale, Height * Scale, SKColorType.Rgba8888, SKAlphaType.Unpremul));
            using var surface = SKSurface.Create(new SKImageInfo(width * Scale, Height * Scale, SKColorType.Rgba8888, SKAlphaType.Premul));
            surface.Canvas.Clear(SKColors.Transparent);
            plot.Render(surface.Canvas, width * Scale, Height * Scale);
            using var image = surface.Snapshot();
            image.ReadPixels(bitmap.Info, bitmap.GetPixels(), bitmap.RowBytes, 0, 0);
            return new Png(PalettePng.Encode(bitmap.Bytes, width * Scale, Height * Scale), width, Height);
        }
    }
}
