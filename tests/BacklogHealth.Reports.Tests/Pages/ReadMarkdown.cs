using System.Collections.Immutable;
using System.Text;

namespace BacklogHealth.Reports.Tests.Pages;

/// <summary>Markdown as its reader sees it. Knows nothing of how a report writes it.</summary>
internal static class ReadMarkdown
{
    /// <summary>Its tables: the head, then the rows.</summary>
    public static IEnumerable<ImmutableArray<string[]>> Tables(string markdown)
    {
        var rows = new List<string[]>();
        foreach (var line in markdown.Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                rows.Add([.. Cells(line).Select(Unmarked).Select(SaidNumbers.Flat)]);
            }
            else if (rows.Count > 0)
            {
                yield return [rows[0], .. rows.Skip(2)];
                rows.Clear();
            }
        }
    }

    /// <summary>The lines of its lists, with how deep each is indented.</summary>
    public static IEnumerable<(int Depth, string Words)> Bullets(string markdown) =>
        from line in markdown.Split('\n')
        let words = line.TrimStart(' ')
        where words.StartsWith("- ", StringComparison.Ordinal)
        select ((line.Length - words.Length) / 2, SaidNumbers.Flat(Unmarked(words[2..])));

    /// <summary>The words, without what marks them up.</summary>
    public static string Unmarked(string markdown)
    {
        var text = new StringBuilder();
        for (var at = 0; at < markdown.Length; at++)
        {
            switch (markdown[at])
            {
                case '\\' when at + 1 < markdown.Length:
                    text.Append(markdown[++at]);
                    break;
                case ']' when at + 2 < markdown.Length && markdown[at + 1] == '(':
                    at = markdown.IndexOf('>', at) + 1;
                    break;
                case '[' or '*' or '_' or '`':
                    break;
                default:
                    text.Append(markdown[at]);
                    break;
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Cells(string line)
    {
        var begin = 1;
        for (var at = 1; at < line.Length; at++)
        {
            if (line[at] == '|' && line[at - 1] != '\\')
            {
                yield return line[begin..at];
                begin = at + 1;
            }
        }
    }
}
