using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Pictures;

/// <summary>The ages of the items in progress as ticks on one line, against the age by which 85 of 100 were finished.</summary>
internal static class AgeBar
{
    private const double Width = 380, Pitch = 10;

    private const int MostStacked = 3;

    /// <param name="days">Ages in days.</param>
    /// <param name="usual">The age by which 85 of 100 items were finished.</param>
    /// <param name="voice">Says its words.</param>
    public static SvgPicture Draw(IReadOnlyList<int> days, int usual, Voice voice)
    {
        double longest = Math.Max(usual * 1.5, days.Max());
        var capped = Math.Min(longest, usual * 4.0);
        double X(double day) => 7 + Math.Min(day, capped) / capped * (Width - 14);
        // A stack stands on the side of the line on which its items are.
        double Middle(int place, bool late) => late ? Math.Max(place * Pitch, X(usual) + 6) : Math.Min(place * Pitch, X(usual) - 6);

        var stacks = days.Order().GroupBy(d => new { Place = (int)Math.Round(X(d) / Pitch), Late = d > usual })
            .Select(g => new { Middle = Middle(g.Key.Place, g.Key.Late), g.Key.Late, Count = g.Count() }).ToList();
        var ground = stacks.Exists(s => s.Count > MostStacked) ? 60 : 46;
        var svg = new Svg(voice, Width, ground + 24);
        svg.Line(0, ground, Width, ground, "axis");
        foreach (var stack in stacks)
        {
            for (var i = 0; i < Math.Min(stack.Count, MostStacked); i++)
            {
                svg.Circle(stack.Middle, ground - 8 - i * Pitch, 4.4, stack.Late ? "late" : "blue");
            }

            if (stack.Count > MostStacked)
            {
                svg.Text(stack.Middle, ground - 35, stack.Count, "middle");
            }
        }

        svg.Line(X(usual), 6, X(usual), ground, "due");
        // Half the width holds the words of any language.
        svg.Beside(X(usual), 14, $"85 of 100 finished by day {usual}", right: X(usual) <= Width / 2);
        svg.Text(0, ground + 17, $"started today");
        svg.Text(Width, ground + 17, longest > capped ? $"up to {days.Max():# day|# days}" : (Sentence)$"{(int)capped:# day|# days}", "end");
        var old = days.Count(d => d > usual);
        return svg.Picture($"{days.Count:# item|# items} in progress; {old:none|# of them|# of them} older than {usual:# day|# days}, the age by which 85 of 100 were finished. The oldest has {days.Max():# day|# days}.");
    }
}
