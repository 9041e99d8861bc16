using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Pictures;

/// <summary>The next items, one square each: ready or not.</summary>
internal static class NextSquares
{
    private const double Width = 380;

    private const int MostDrawn = 60;

    /// <summary>The picture; null where there is no item.</summary>
    /// <param name="ready">Whether each next item is ready, first item first.</param>
    /// <param name="ordered">True where the tracker keeps an order.</param>
    /// <param name="voice">Says its words.</param>
    public static SvgPicture? Draw(IReadOnlyList<bool> ready, bool ordered, Voice voice)
    {
        if (ready.Count == 0)
        {
            return null;
        }

        var drawn = Math.Min(ready.Count, MostDrawn);
        var (perRow, widest) = drawn <= 24 ? (drawn <= 12 ? 12 : (drawn + 1) / 2, 12) : (15, 15);
        var pitch = Width / widest;
        var side = pitch - 5;
        var rows = (drawn + perRow - 1) / perRow;
        var svg = new Svg(voice, Width, rows * pitch + 30);
        for (var i = 0; i < drawn; i++)
        {
            double x = i % perRow * pitch + 1.5, y = i / perRow * pitch + 8, middle = side / 2;
            svg.Rectangle(x, y, side, side, ready[i] ? "blue line" : "open", 3);
            if (ready[i])
            {
                svg.Path(Say.Text($"M{x + side * 0.26:0.#} {y + middle:0.#}l{side * 0.18:0.#} {side * 0.2:0.#}l{side * 0.32:0.#} {-side * 0.4:0.#}"), "tick");
            }
            else
            {
                svg.Text(x + middle, y + side * 0.72, $"?", "middle", drawn <= 24 ? "ask" : "ask little");
            }
        }

        svg.Text(0, rows * pitch + 24, ordered ? (Sentence)$"top of the backlog" : $"oldest first");
        svg.Text(Width, rows * pitch + 24, ready.Count > drawn ? (Sentence)$"and {ready.Count - drawn} more →" : $"likely next →", "end");
        return svg.Picture(Alt(ready));
    }

    private static Sentence Alt(IReadOnlyList<bool> ready)
    {
        var open = ready.Select((r, i) => (Ready: r, Place: i + 1)).Where(r => !r.Ready).Select(r => (Sentence)r.Place).ToList();
        return (open.Count, ready.Count) switch
        {
            (0, var all) => $"{all:The next item is|All of the next # items are} ready.",
            var (some, all) when some == all => $"{all:The next item is not|None of the next # items is} ready.",
            ( > 12, var all) => $"{open.Count} of the next {all} items are not ready.",
            (1, var all) => $"Of the next {all} items, counted from the first, not ready is number {open}.",
            var (_, all) => $"Of the next {all} items, counted from the first, not ready are numbers {open}.",
        };
    }
}
