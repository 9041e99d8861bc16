using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Pictures;

/// <summary>What waits, on the left, and what it waits for, on the right, joined by arrows.</summary>
internal static class DependencyPicture
{
    private const double Width = 380, Line = 30, Box = 132, Height = 22;

    private const int LongestKey = 16;

    /// <param name="waiting">Keys of the items that wait, each with the keys it waits for; at least one.</param>
    /// <param name="voice">Says its words.</param>
    public static SvgPicture Draw(IReadOnlyList<(string Key, IReadOnlyList<string> For)> waiting, Voice voice)
    {
        var awaited = waiting.SelectMany(w => w.For).Distinct(StringComparer.Ordinal).ToList();
        var svg = new Svg(voice, Width, (Math.Max(waiting.Count, awaited.Count) * Line) + 26);
        double Y(int place) => 22 + (place * Line);
        svg.Text(0, 12, $"waits");
        svg.Text(Width, 12, $"comes first", "end");
        foreach (var (item, place) in waiting.Select((w, i) => (w, i)))
        {
            foreach (var to in item.For.Select(key => awaited.IndexOf(key)))
            {
                Arrow(svg, Y(place) + (Height / 2), Y(to) + (Height / 2));
            }
        }

        foreach (var (item, place) in waiting.Select((w, i) => (w, i)))
        {
            Node(svg, 0, Y(place), item.Key, "open");
        }

        foreach (var (key, place) in awaited.Select((k, i) => (k, i)))
        {
            Node(svg, Width - Box, Y(place), key, "blue line");
        }

        return svg.Picture(Sentence.Join(waiting.Select(w => (Sentence)$"{w.Key} waits for {w.For}.")));
    }

    private static void Node(Svg svg, double x, double y, string key, string look)
    {
        svg.Rectangle(x + 0.5, y, Box - 1, Height, look, 3);
        svg.Text(x + (Box / 2), y + 16, Sentence.Data(Say.Short(key, LongestKey)), "middle", "on");
    }

    private static void Arrow(Svg svg, double from, double to)
    {
        const double start = Box + 2, end = Width - Box - 3, bend = (end - start) / 2;
        svg.Path(Say.Text($"M{start:0.#} {from:0.#}C{start + bend:0.#} {from:0.#} {end - bend:0.#} {to:0.#} {end:0.#} {to:0.#}m-7 -4l7 4l-7 4"), "arrow");
    }
}
