using ScottPlot;

namespace BacklogHealth.Reports.Charts;

/// <summary>Draws a small chart as reports do. On a machine without fonts a chart may come out without text and without an error; this tells.</summary>
public static class ChartSelfTest
{
    private const int Width = 200;
    private const int Height = 60;

    /// <summary>True where a title that was drawn can be seen.</summary>
    public static bool HasText()
    {
        ChartFont.Use();
        using var blank = new Plot();
        using var titled = new Plot();
        titled.Font.Set(ChartFont.Name);
        titled.Title("Half of the next items");
        blank.Title("");
        return Ink(titled) > Ink(blank);
    }

    private static int Ink(Plot plot)
    {
        plot.Layout.Fixed(new PixelPadding(0, 0, 0, Height - 10));
        plot.Axes.Frameless();
        plot.HideGrid();
        plot.Axes.Title.IsVisible = true;
        return plot.GetImage(Width, Height).GetArrayGrayscale().Cast<byte>().Count(p => p < 128);
    }
}
