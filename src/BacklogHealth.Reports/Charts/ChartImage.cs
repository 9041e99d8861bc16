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

    /// <summary>All four forms, the two widths drawn side by side: each has a plot of its own, and the font that they share is ready before the first.</summary>
    public static PngForms Of(Chart chart, Voice voice)
    {
        int[] widths = [Wide, Narrow];
        var drawn = new (Png Light, Png Dark)[widths.Length];
        Parallel.For(0, widths.Length, i => drawn[i] = Draw(chart, widths[i], voice));
        return new PngForms(drawn[0].Light, drawn[0].Dark, drawn[1].Light, drawn[1].Dark);
    }

    /// <summary>The form of a phone for light paper, which it brings along.</summary>
    public static Png OnPaper(Chart chart, Voice voice) => new(Draw(chart, Narrow, voice, SKColor.Parse(Theme.Light.Paper)).Encode(), Narrow, Height);

    /// <summary>The same drawing for light and for dark paper.</summary>
    public static (Png Light, Png Dark) Draw(Chart chart, int width, Voice voice)
    {
        var drawn = Draw(chart, width, voice, paper: null);
        return (new Png(drawn.Encode(), width, Height), new Png(drawn.Encode(ThemeChange.ToDark), width, Height));
    }

    private static PalettePng Draw(Chart chart, int width, Voice voice, SKColor? paper)
    {
        ChartFont.Use();
        using var plot = new Plot();
        plot.ScaleFactor = Scale;
        plot.Font.Set(ChartFont.Name);
        chart.Draw(new ChartPaper(plot, width < Wide, voice));

        // Two megabytes for each of fifty drawings: the same memory is drawn on again and again. A plot clears it first.
        var info = new SKImageInfo(width * Scale, Height * Scale, SKColorType.Rgba8888, SKAlphaType.Premul);
        var pixels = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        var pinned = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            using var surface = SKSurface.Create(info, pinned.AddrOfPinnedObject(), info.RowBytes);
            plot.Render(surface.Canvas, info.Width, info.Height);
            if (paper is { } colour)
            {
                // Below the plot, which clears what it is drawn on.
                surface.Canvas.DrawColor(colour, SKBlendMode.DstOver);
            }

            return new PalettePng(pixels.AsSpan(0, info.BytesSize), info.Width, info.Height, isPremultiplied: true);
        }
        finally
        {
            pinned.Free();
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }
}
