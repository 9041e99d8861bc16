using System.Text;

namespace BacklogHealth.Connectors.Text;

/// <summary>Reads the lines of Jira wiki markup between its macros: headings, lists, tables, quotations. Every other line is a paragraph.</summary>
internal static class WikiLines
{
    private const int DeepestList = 12;

    /// <summary>Writes the lines.</summary>
    public static void Read(TextFlow flow, string text)
    {
        var lines = text.Split('\n');
        var numbers = new int[DeepestList + 1];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            var marks = Marks(line);
            if (marks == 0)
            {
                Array.Clear(numbers);
            }

            if (line.Length > 1 && line[0] == '|')
            {
                Row(flow, Whole(lines, ref i));
            }
            else if (marks > 0)
            {
                Entry(flow, line, marks, numbers);
            }
            else
            {
                Line(flow, line);
            }
        }
    }

    /// <summary>The rank of a heading that begins here, as in "h2. Title"; 0 where none does.</summary>
    public static int HeadingLevel(ReadOnlySpan<char> line) =>
        line.Length > 3 && line[0] is 'h' or 'H' && line[1] is >= '1' and <= '6' && line[2] == '.' ? line[1] - '0' : 0;

    private static void Line(TextFlow flow, string line)
    {
        var numbered = ListMarks.Numbered(line);
        var bullet = ListMarks.Bullet(line);
        if (HeadingLevel(line) is > 0 and var level)
        {
            flow.BeginHeading(level);
            WikiInline.Read(flow, line[3..].TrimStart());
        }
        else if (line.StartsWith("bq. ", StringComparison.Ordinal))
        {
            flow.BeginQuote();
            WikiInline.Read(flow, line[4..]);
            flow.EndQuote();
        }
        else if (numbered > 0 || bullet > 0)
        {
            flow.BeginItem(1, numbered > 0 ? line[..numbered] : "- ");
            WikiInline.Read(flow, line[Math.Max(numbered, bullet)..].TrimStart());
        }
        else if (!IsRule(line))
        {
            WikiInline.Read(flow, line);
        }

        flow.EndBlock();
    }

    private static void Entry(TextFlow flow, string line, int depth, int[] numbers)
    {
        Array.Clear(numbers, depth + 1, numbers.Length - depth - 1);
        var ordered = line[depth - 1] == '#';
        flow.BeginItem(depth, ordered ? FormattableString.Invariant($"{++numbers[depth]}. ") : "- ");
        WikiInline.Read(flow, line[depth..].TrimStart());
        flow.EndBlock();
    }

    /// <summary>Number of list marks that a line begins with, 0 where it is no entry of a list.</summary>
    private static int Marks(string line)
    {
        var marks = 0;
        while (marks < line.Length && line[marks] is '*' or '#')
        {
            marks++;
        }

        marks = marks == 0 && line.StartsWith('-') ? 1 : marks;
        return marks is > 0 and <= DeepestList && marks + 1 < line.Length && line[marks] == ' ' ? marks : 0;
    }

    /// <summary>A row with the lines that a cell of it spreads over.</summary>
    private static string Whole(string[] lines, ref int i)
    {
        var row = new StringBuilder(lines[i].Trim());
        while (row[^1] != '|' && i + 1 < lines.Length && lines[i + 1].Trim() is { Length: > 0 } next && next[0] != '|' && Continues(lines, i + 1))
        {
            row.Append(' ').Append(next);
            i++;
        }

        return row.ToString();
    }

    // A cell may spread over some lines, and the row's last line ends with a bar. Without it, "|" was a mere character.
    private static bool Continues(string[] lines, int from)
    {
        for (var i = from; i < Math.Min(lines.Length, from + 20); i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '|')
            {
                return false;
            }

            if (line[^1] == '|')
            {
                return true;
            }
        }

        return false;
    }

    private static void Row(TextFlow flow, string row)
    {
        var cells = Cells(row, out var head);
        flow.BeginRow(head);
        foreach (var cell in cells)
        {
            flow.BeginCell();
            WikiInline.Read(flow, cell.Trim());
        }

        flow.EndRow();
    }

    private static List<string> Cells(string row, out bool head)
    {
        head = true;
        var cells = new List<string>();
        var cell = new StringBuilder();
        var bracket = -1;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '[' && bracket != int.MaxValue && bracket < i)
            {
                // A bar between brackets belongs to a link.
                bracket = row.IndexOf(']', i) is >= 0 and var close ? close : int.MaxValue;
            }

            if (row[i] == '\\' && i + 1 < row.Length)
            {
                cell.Append(row[i]).Append(row[++i]);
                continue;
            }

            if (row[i] != '|' || (bracket != int.MaxValue && i < bracket))
            {
                cell.Append(row[i]);
                continue;
            }

            var twice = i + 1 < row.Length && row[i + 1] == '|';
            if (i > 0)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }

            i += twice ? 1 : 0;
            head &= twice || i == row.Length - 1;
        }

        if (!string.IsNullOrWhiteSpace(cell.ToString()))
        {
            cells.Add(cell.ToString());
        }

        return cells;
    }

    private static bool IsRule(string line) => line.Length >= 4 && line.All(c => c == '-');
}
