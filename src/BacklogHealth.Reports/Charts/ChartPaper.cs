using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>
/// The paper that charts are drawn on: one style for all, no frame, no background, few lines, labels where the marks are. It is light; <see cref="ThemeChange"/>
/// makes dark of it.
/// </summary>
internal sealed class ChartPaper(Plot plot, bool narrow, Voice voice)
{
    /// <summary>True for the picture of a phone: fewer labels.</summary>
    public bool Narrow { get; } = narrow;

    public Color Ink { get; } = Color.FromHex(Theme.Light.Ink);

    public Color Blue { get; } = Color.FromHex(Theme.Light.Blue);

    public Color Vermilion { get; } = Color.FromHex(Theme.Light.Vermilion);

    public Color Soft { get; } = Color.FromHex(Theme.Light.Soft);

    private Color Rule { get; } = Color.FromHex(Theme.Light.Rule);

    /// <summary>Sets the axes: x from and to, y from zero up to a round number at or above <paramref name="top"/>. Returns that number.</summary>
    public double Axes(double from, double to, double top)
    {
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.HideGrid();
        plot.Axes.Frame(false);
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
            axis.TickLabelStyle.ForeColor = Soft;
            axis.TickLabelStyle.FontName = ChartFont.Name;
            axis.TickLabelStyle.FontSize = 12;
            axis.TickLabelStyle.Bold = false;
        }

        var step = Step(top);
        var highest = Math.Max(step, Math.Ceiling(top / step - 1e-9) * step);
        var ticks = Enumerable.Range(0, (int)Math.Round(highest / step) + 1).Select(i => i * step).ToArray();
        plot.Axes.Left.SetTicks(ticks, [.. ticks.Select(voice.Number)]);
        foreach (var tick in ticks)
        {
            var line = plot.Add.Line(from, tick, to, tick);
            line.Color = Rule;
            line.LineWidth = 1;
            line.LinePattern = tick == 0 ? LinePattern.Solid : LinePattern.Dotted;
        }

        // Marks at the edges and their labels are drawn whole: the paper goes on a little beyond the axes.
        var beside = (to - from) * 0.015;
        plot.Axes.Bottom.TickLabelStyle.OffsetY = 4;
        plot.Axes.SetLimits(from - beside, to + beside, -highest * 0.02, highest * 1.13);
        plot.Layout.Fixed(new PixelPadding(14 + 8 * voice.Number(highest).Length, 20, 26, 4));
        return highest;
    }

    /// <summary>Labels on the x axis; on a phone every second one is left out where there are more than three, unless all are needed.</summary>
    public void XLabels(IReadOnlyList<ChartLabel> labels, bool all = false)
    {
        var shown = Narrow && !all && labels.Count > 3 ? labels.Where((_, i) => i % 2 == 0).ToList() : labels;
        plot.Axes.Bottom.SetTicks([.. shown.Select(l => l.At)], [.. shown.Select(l => voice.Plain(l.Text))]);
    }

    /// <summary>Labels for days, "12 Oct", at most five, evenly spaced in whole weeks from the first.</summary>
    public void DayLabels(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber;
        var step = Math.Max(7, (days / 5 + 6) / 7 * 7);
        XLabels([.. Enumerable.Range(0, days / step + 1).Select(i => from.AddDays(i * step)).Select(d => new ChartLabel(d.DayNumber, $"{d:short}"))]);
    }

    public void Bar(double left, double right, double height, Color color)
    {
        var bar = plot.Add.Rectangle(left, right, 0, height);
        bar.FillColor = color;
        bar.LineWidth = 0;
    }

    public void Band(double left, double right, double bottom, double top, Color color, double opacity)
    {
        var band = plot.Add.Rectangle(left, right, bottom, top);
        band.FillColor = color.WithOpacity(opacity);
        band.LineWidth = 0;
    }

    public void Area(double[] xs, double[] lower, double[] upper, Color color, double opacity)
    {
        var area = plot.Add.FillY(xs, lower, upper);
        area.FillColor = color.WithOpacity(opacity);
        area.LineWidth = 0;
        area.MarkerSize = 0;
    }

    public void Points(IEnumerable<ChartPoint> points, MarkerShape shape, float size, Color color, double opacity = 1)
    {
        // Of marks that lie on one another nobody sees the fourth, and two or three are one that lets less through: a team with tens of thousands of items
        // waits for none of them.
        foreach (var stack in points.CountBy(p => p).GroupBy(p => opacity < 1 ? Math.Min(p.Value, 3) : 1, p => p.Key).OrderBy(g => g.Key))
        {
            var marks = plot.Add.Markers(stack.Select(p => new Coordinates(p.X, p.Y)).ToArray(), shape, size, color.WithOpacity(1 - Math.Pow(1 - opacity, stack.Key)));
            marks.MarkerStyle.LineWidth = 0;
        }
    }

    public void Level(double from, double to, double y, float width = 1.5f, LinePattern? pattern = null) => Stroke((from, y), (to, y), Ink, width, pattern);

    /// <summary>A straight line between two points.</summary>
    public void Stroke((double X, double Y) from, (double X, double Y) to, Color color, float width = 1.2f, LinePattern? pattern = null)
    {
        var line = plot.Add.Line(from.X, from.Y, to.X, to.Y);
        line.Color = color;
        line.LineWidth = width;
        line.LinePattern = pattern ?? LinePattern.Solid;
    }

    /// <summary>A line from the ground up, for a day that matters.</summary>
    public void Upright(double x, double top, Color color)
    {
        var line = plot.Add.Line(x, 0, x, top);
        line.Color = color;
        line.LineWidth = 1.5f;
    }

    public void Curve(double[] xs, double[] ys, Color color)
    {
        var curve = plot.Add.ScatterLine(xs, ys, color);
        curve.LineWidth = 1.5f;
    }

    /// <summary>A label at a point, moved by pixels, with a halo.</summary>
    public void Label(Sentence text, double x, double y, SKTextAlign align = SKTextAlign.Left, float dx = 0, float dy = -5, bool bold = true) =>
        plot.Add.Plottable(new HaloText(voice.Plain(text), new Coordinates(x, y), align, dx, dy, bold, SKColor.Parse(Theme.Light.Ink), SKColor.Parse(Theme.Light.Paper)));

    private static double Step(double top)
    {
        var raw = Math.Max(top, 1) / 3.5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = new[] { 1.0, 2, 5, 10 }.Select(f => f * power).First(s => s >= raw - 1e-9);
        return Math.Max(1, step);
    }
}

/// <summary>A point of a chart, in units of its axes.</summary>
internal sealed record ChartPoint(double X, double Y);

/// <summary>A label of the x axis.</summary>
/// <param name="At">Where it stands, in units of the axis.</param>
/// <param name="Text">What it says.</param>
internal sealed record ChartLabel(double At, Sentence Text);
