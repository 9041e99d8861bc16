using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Pictures;

/// <summary>Promised deliveries, one row each: of twenty futures the ones in time as full dots, the late ones as rings.</summary>
internal static class PromiseDots
{
    private const double Width = 300, Row = 38, Pitch = 15, Radius = 5;

    private const int MostDrawn = 4, LongestName = 26;

    /// <summary>The picture; null where there is no delivery.</summary>
    /// <param name="deliveries">Their names, and how many of twenty futures are in time, in the order of rows.</param>
    /// <param name="voice">Says its words.</param>
    public static SvgPicture? Draw(IReadOnlyList<(string Name, int InTime)> deliveries, Voice voice)
    {
        if (deliveries.Count == 0)
        {
            return null;
        }

        var drawn = deliveries.Take(MostDrawn).ToList();
        var more = deliveries.Count - drawn.Count;
        var svg = new Svg(voice, Width, (drawn.Count * Row) + (more > 0 ? 18 : 0));
        foreach (var (row, (name, inTime)) in drawn.Index())
        {
            var y = row * Row;
            svg.Text(0, y + 11, Sentence.Data(Say.Short(name, LongestName)));
            for (var i = 0; i < 20; i++)
            {
                svg.Circle(Radius + 1 + (i * Pitch), y + 24, Radius, i < inTime ? "blue" : "late");
            }

            svg.Text(Width, y + 11, Futures.OfTwenty(inTime), "end", "on");
        }

        if (more > 0)
        {
            svg.Text(0, (drawn.Count * Row) + 11, $"and {more} more");
        }

        return svg.Picture($"Futures in time: {Sentence.JoinBy("; ", drawn.Select(d => (Sentence)$"{Say.Short(d.Name, LongestName)} {Futures.OfTwenty(d.InTime)}"))}.");
    }
}
