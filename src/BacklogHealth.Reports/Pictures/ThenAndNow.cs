using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Pictures;

/// <summary>One number before and now, as two bars that begin at zero.</summary>
internal static class ThenAndNow
{
    private const double Width = 300, Height = 84, Bar = 16;

    /// <param name="then">The number before, 0 or more.</param>
    /// <param name="thenWords">What it says.</param>
    /// <param name="now">The number now, 0 or more, in the same unit.</param>
    /// <param name="nowWords">What it says.</param>
    /// <param name="voice">Says its words.</param>
    public static SvgPicture Draw(double then, Sentence thenWords, double now, Sentence nowWords, Voice voice)
    {
        var longest = Math.Max(Math.Max(then, now), 1e-9);
        var svg = new Svg(voice, Width, Height);
        svg.Text(0, 12, thenWords);
        svg.Rectangle(0, 18, Width, Bar, "wash", 2);
        svg.Rectangle(0, 18, then / longest * Width, Bar, "blue pale", 2);
        svg.Text(0, 56, nowWords, look: "on");
        svg.Rectangle(0, 62, Width, Bar, "wash", 2);
        svg.Rectangle(0, 62, now / longest * Width, Bar, "blue", 2);
        return svg.Picture($"Two bars: {thenWords}; {nowWords}.");
    }
}
