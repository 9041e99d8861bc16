using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>A label with a halo in the colour of the paper, so that it can be read over marks and lines. It keeps inside the data area.</summary>
internal sealed class HaloText(string text, Coordinates at, SKTextAlign align, float dx, float dy, bool bold, SKColor ink, SKColor halo) : IPlottable
{
    private const float Size = 12, Halo = 2;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var font = new SKFont(Fonts.GetTypeface(ChartFont.Name, bold, italic: false), Size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };
        var pixel = Axes.GetPixel(at);
        var width = font.MeasureText(text);
        var left = pixel.X + dx - (align switch { SKTextAlign.Center => width / 2, SKTextAlign.Right => width, _ => 0 });
        // What lies outside of the data area is cut off, halo included.
        var (first, last) = (rp.DataRect.Left + Halo, rp.DataRect.Right - Halo - width);
        left = Math.Clamp(left, first, Math.Max(first, last));
        var baseline = Math.Max(pixel.Y + dy, rp.DataRect.Top + Size + Halo);

        using var paint = new SKPaint { IsAntialias = true, Color = halo, Style = SKPaintStyle.Stroke, StrokeWidth = 2 * Halo, StrokeJoin = SKStrokeJoin.Round };
        rp.Canvas.Save();
        rp.Canvas.DrawText(text, left, baseline, SKTextAlign.Left, font, paint);
        paint.Style = SKPaintStyle.Fill;
        paint.Color = ink;
        rp.Canvas.DrawText(text, left, baseline, SKTextAlign.Left, font, paint);
        rp.Canvas.Restore();
    }
}
