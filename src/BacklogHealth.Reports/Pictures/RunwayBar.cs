using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Pictures;

/// <summary>How many weeks the ready work lasts, against the weeks wanted.</summary>
internal static class RunwayBar
{
    private const double Width = 380;

    /// <summary>The picture; null where the history cannot say how long the work lasts.</summary>
    public static SvgPicture? Draw(ReadyRunway runway, Voice voice)
    {
        if (runway.Weeks85 is not { } sure)
        {
            return null;
        }

        var even = Math.Max(sure, runway.Weeks50 ?? sure);
        var step = Step(Math.Max(even, runway.WantedWeeks * 1.25));
        var scale = step * 4;
        double X(double weeks) => Math.Min(weeks / scale, 1) * Width;

        var svg = new Svg(voice, Width, 66);
        svg.Rectangle(0, 26, Width, 16, "wash", 2);
        svg.Rectangle(0, 26, X(even), 16, "blue pale", 2);
        svg.Rectangle(0, 26, X(sure), 16, "blue", 2);
        for (var i = 0; i <= 4; i++)
        {
            var weeks = i * step;
            svg.Text(i * Width / 4, 60, i == 4 ? $"{weeks:# week|# weeks}" : (Sentence)weeks, i == 0 ? "start" : i == 4 ? "end" : "middle");
        }

        var wanted = X(runway.WantedWeeks);
        svg.Line(wanted, 20, wanted, 48, "due");
        svg.Text(Math.Clamp(wanted, 0, Width), 14, $"wanted: {runway.WantedWeeks}", wanted < 50 ? "start" : wanted > Width - 50 ? "end" : "middle", "on");
        return svg.Picture($"Ready work for {sure:# week|# weeks} in 17 of 20 futures, for {even:# week|# weeks} in 10 of 20; {runway.WantedWeeks:# week is|# weeks are} wanted.");
    }

    private static double Step(double highest)
    {
        double step = 0.5;
        while (step * 4 < highest)
        {
            step = step < 1 ? 1 : step * 2;
        }

        return step;
    }
}
