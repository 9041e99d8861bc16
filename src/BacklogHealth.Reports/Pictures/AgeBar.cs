using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Pictures;

/// <summary>The ages of the items in progress as ticks on one line, against the age by which 85 of 100 were finished.</summary>
internal static class AgeBar
{
    private const double Width = 380, Ground = 46;

    /// <param name="days">Ages in days.</param>
    /// <param name="usual">The age by which 85 of 100 items were finished.</param>
    public static SvgPicture Draw(IReadOnlyList<int> days, int usual)
    {
        double longest = Math.Max(usual * 1.5, days.Max());
        var capped = Math.Min(longest, usual * 4.0);
        double X(double day) => 7 + Math.Min(day, capped) / capped * (Width - 14);

        var svg = new Svg(Width, 70);
        svg.Line(0, Ground, Width, Ground, "axis");
        var place = new Dictionary<int, int>();
        foreach (var day in days.Order())
        {
            var x = (int)Math.Round(X(day) / 6);
            var level = place[x] = place.GetValueOrDefault(x) + 1;
            if (level <= 3)
            {
                svg.Circle(X(day), Ground - 8 - (level - 1) * 10, 4.4, day > usual ? "late" : "blue");
            }
        }

        svg.Line(X(usual), 6, X(usual), Ground, "due");
        svg.Text(X(usual) + 6, 14, $"85 of 100 finished by day {usual}", "start", "on");
        svg.Text(0, Ground + 17, "started today");
        svg.Text(Width, Ground + 17, longest > capped ? $"up to {Say.Count(days.Max(), "day")}" : Say.Count((int)capped, "day"), "end");
        var old = days.Count(d => d > usual);
        return svg.Picture($"{Say.Count(days.Count, "item")} in progress; {Say.Count(old, "item")} older than {Say.Count(usual, "day")}, the age by which 85 of 100 were finished. The oldest has {Say.Count(days.Max(), "day")}.");
    }
}
