using System.Text;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes a map as nested lists: goals, features, rows, cards.</summary>
internal sealed class MarkdownMap(StringBuilder text, Func<Sentence, string> words)
{
    public void Write(Map map)
    {
        text.Append(map.Legend is { } legend ? $"{words(legend)}\n\n" : "");
        foreach (var goal in map.Bands.SelectMany(b => b))
        {
            Line(0, $"**{words(goal.Head.Name)}**: {words(goal.Head.Count)}");
            foreach (var column in goal.Columns)
            {
                Write(column, map.Rows);
            }
        }

        text.Append('\n');
    }

    private void Write(MapColumn column, IReadOnlyList<Sentence> rows)
    {
        var depth = 1;
        if (column.Head is { } head)
        {
            Line(depth++, $"{words(head.Name)}: {words(head.Count)}");
        }

        foreach (var (cell, row) in column.Cells.Zip(rows).Where(c => c.First.Cards.Length > 0))
        {
            Line(depth, words(row));
            foreach (var card in cell.Cards)
            {
                Line(depth + 1, $"{words(card.State)} {words(card.Key)} {words(card.Title)}{(card.Sign.IsEmpty ? "" : $" ({words(card.Sign)})")}");
            }

            if (cell.More > 0)
            {
                Line(depth + 1, words(Map.MoreOf(cell)));
            }
        }
    }

    private void Line(int depth, string words) => text.Append(' ', depth * 2).Append("- ").Append(words).Append('\n');
}
