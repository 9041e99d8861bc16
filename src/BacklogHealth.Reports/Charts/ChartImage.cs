using System.Buffers;
using System.Runtime.InteropServices;
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

    /// <summary>All four forms, drawn side by side: each has a plot of its own, and the font that they share is ready before the first.</summary>
    public static PngForms Of(Chart chart, Voice voice)
    {
        (Theme Theme, int Width)[] forms = [(Theme.Light, Wide), (Theme.Dark, Wide), (Theme.Light, Narrow), (Theme.Dark, Narrow)];
        var drawn = new Png[forms.Length];
        Parallel.For(0, forms.Length, i => drawn[i] = Draw(chart, forms[i].Theme, forms[i].Width, voice));
        return new PngForms(drawn[0], drawn[1], drawn[2], drawn[3]);
    }

    /// <summary>The form of a phone for light paper, which it brings along.</summary>
    public static Png OnPaper(Chart chart, Voice voice) => Draw(chart, Theme.Light, Narrow, voice, SKColor.Parse(Theme.Light.Paper));

    public static Png Draw(Chart chart, Theme theme, int width, Voice voice, SKColor? paper = null)
    {
        ChartFont.Use();
        using var plot = new Plot();
        plot.ScaleFactor = Scale;
        plot.Font.Set(ChartFont.Name);
        chart.Draw(new ChartPaper(plot, theme, width < Wide, voice));

        // Two megabytes for each of a hundred pictures: the same memory is drawn on again and again.
        var info = new SKImageInfo(width * Scale, Height * Scale, SKColorType.Rgba8888, SKAlphaType.Premul);
        var pixels = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        var pinned = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            using var surface = SKSurface.Create(info, pinned.AddrOfPinnedObject(), info.RowBytes);
            surface.Canvas.Clear(SKColors.Transparent);
            plot.Render(surface.Canvas, info.Width, info.Height);
            if (paper is { } colour)
            {
                // A plot clears what it is drawn on: paper comes below it afterwards.
                surface.Canvas.DrawColor(colour, SKBlendMode.DstOver);
            }

            return new Png(PalettePng.Encode(pixels.AsSpan(0, info.BytesSize), info.Width, info.Height, isPremultiplied: true), width, Height);
        }
        finally
        {
            pinned.Free();
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }
}
