using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Pictures;

/// <summary>What is known of each team, one row each: whether its data are complete, it has a forecast, and forecasts have a record.</summary>
internal static class KnownSquares
{
    private const double Width = 300, Row = 24, Side = 16, First = 168, Pitch = 56;

    private const int MostDrawn = 6, LongestName = 20;

    public static SvgPicture Draw(IReadOnlyList<(string Team, bool Data, bool Forecast, bool Record)> teams, Voice voice)
    {
        var drawn = teams.Take(MostDrawn).ToList();
        var svg = new Svg(voice, Width, 20 + (drawn.Count * Row) + (teams.Count > drawn.Count ? 16 : 0));
        Sentence[] heads = [$"data", $"forecast", $"record"];
        foreach (var (column, head) in heads.Index())
        {
            svg.Text(First + (column * Pitch), 12, head, "middle");
        }

        foreach (var (row, team) in drawn.Index())
        {
            var y = 20 + (row * Row);
            svg.Text(0, y + 12, Sentence.Data(Say.Short(team.Team, LongestName)));
            foreach (var (column, known) in new[] { team.Data, team.Forecast, team.Record }.Index())
            {
                Square(svg, First + (column * Pitch) - (Side / 2), y, known);
            }
        }

        if (teams.Count > drawn.Count)
        {
            svg.Text(0, 20 + (drawn.Count * Row) + 11, $"and {teams.Count - drawn.Count} more");
        }

        return svg.Picture(
            $"Of {teams.Count} teams {teams.Count(t => t.Data)} {teams.Count(t => t.Data):has|have} complete data, {teams.Count(t => t.Forecast)} {teams.Count(t => t.Forecast):has|have} a forecast, and of {teams.Count(t => t.Record):none|#|#} there is a record of forecasts.");
    }

    private static void Square(Svg svg, double x, double y, bool known)
    {
        svg.Rectangle(x, y, Side, Side, known ? "blue line" : "open", 3);
        if (known)
        {
            svg.Path(Say.Text($"M{x + (Side * 0.26):0.#} {y + (Side / 2):0.#}l{Side * 0.18:0.#} {Side * 0.2:0.#}l{Side * 0.32:0.#} {-Side * 0.4:0.#}"), "tick");
        }
        else
        {
            svg.Text(x + (Side / 2), y + 12, $"?", "middle", "ask little");
        }
    }
}
