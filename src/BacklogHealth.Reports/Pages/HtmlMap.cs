using System.Text;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>
/// Writes a map as headings with lists, in the order in which one would read it aloud. On a wide page the style lays the same out as a grid, in which the
/// names of the rows stand once on the left: for eyes alone, since each cell has its row as a heading.
/// </summary>
internal sealed class HtmlMap(StringBuilder html, Func<Sentence, string> words)
{
    private const int GoalLevel = 3;

    public void Write(Map map)
    {
        html.Append(map.Legend is { } legend ? $"<p class=\"note\">{words(legend)}</p>\n" : "");
        foreach (var band in map.Bands)
        {
            html.Append(Say.Text($"<div class=\"map columns-{map.Columns} rows-{map.Rows.Length}\">\n<div class=\"names\" aria-hidden=\"true\">"));
            html.Append(string.Concat(map.Rows.Select(r => $"<p>{words(r)}</p>"))).Append("</div>\n");
            foreach (var goal in band)
            {
                html.Append(Say.Text($"<div class=\"goal span-{goal.Columns.Length}\">\n"));
                Head(goal.Head, GoalLevel);
                foreach (var column in goal.Columns)
                {
                    Write(column, map.Rows);
                }

                html.Append("</div>\n");
            }

            html.Append("</div>\n");
        }
    }

    private void Write(MapColumn column, IReadOnlyList<Sentence> rows)
    {
        html.Append("<div class=\"column\">\n");
        var level = GoalLevel + 1;
        if (column.Head is { } head)
        {
            Head(head, level++);
        }
        else
        {
            html.Append("<div class=\"head\"></div>\n");
        }

        foreach (var (cell, row) in column.Cells.Zip(rows))
        {
            html.Append("<div class=\"cell\">");
            if (cell.Cards.Length > 0)
            {
                html.Append(Say.Text($"<h{level}>")).Append(words(row)).Append(Say.Text($"</h{level}>\n<ul>\n")).Append(string.Concat(cell.Cards.Select(Of))).Append("</ul>");
                html.Append(cell.More > 0 ? $"<p class=\"note\">{words(Map.MoreOf(cell))}</p>" : "");
            }

            html.Append("</div>\n");
        }

        html.Append("</div>\n");
    }

    private void Head(MapHead head, int level)
    {
        html.Append(Say.Text($"<div class=\"head\"><h{level}>")).Append(words(head.Name)).Append(Say.Text($"</h{level}>"));
        html.Append("<p class=\"note\">").Append(words(head.Count)).Append("</p></div>\n");
    }

    private string Of(Card card)
    {
        var sign = card.Sign.IsEmpty ? "" : $"<p class=\"state\">{words(card.Sign)}</p>";
        return $"<li><p class=\"state\"><span>{words(card.State)}</span> {words(card.Key)}</p><p>{words(card.Title)}</p>{sign}</li>\n";
    }
}
