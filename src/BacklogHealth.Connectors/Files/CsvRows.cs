using System.Text;
using CsvHelper;

namespace BacklogHealth.Connectors.Files;

/// <summary>
/// Reads a CSV file with a header, row by row. The separator is the comma, semicolon or tab that stands most often in the header. Where a quotation
/// mark is never closed, its row alone is bad and reading goes on in the next line.
/// </summary>
internal sealed class CsvRows(string path, TextLines lines)
{
    private const int LongestRowInLines = 20_000;
    private const int LongestRow = 1 << 27;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>All rows behind the header.</summary>
    /// <exception cref="FileException">There is no header, or a required column is missing.</exception>
    public IEnumerable<RawRow> Read()
    {
        CsvReaderOptions? shape = null;
        string[]? columns = null;
        foreach (var (line, text, closed) in Records(() => shape?.Separator))
        {
            if (columns is null)
            {
                shape = Shape(text);
                columns = Columns(text, shape);
                continue;
            }

            yield return closed ? Row(line, text, columns, shape!)
                : RawRow.Bad(BadRow.OfRow(path, line, "a quotation mark that is never closed", "a quotation mark at the cell's end"));
        }
    }

    /// <summary>Joins the lines of each row: a line break inside quotation marks does not end it. Blank lines between rows are left out.</summary>
    private IEnumerable<(long Line, string Text, bool Closed)> Records(Func<char?> separator)
    {
        var waiting = new Queue<(long Number, string Text)>();
        using var source = lines.Read().GetEnumerator();
        while (waiting.Count > 0 || source.MoveNext())
        {
            var first = waiting.Count > 0 ? waiting.Dequeue() : source.Current;
            if (string.IsNullOrWhiteSpace(first.Text))
            {
                continue;
            }

            var quoted = OpenAtEnd(first.Text, separator() ?? ',', quoted: false);
            if (!quoted)
            {
                yield return (first.Number, first.Text, true);
                continue;
            }

            var record = new StringBuilder(first.Text);
            var rest = new List<(long, string)>();
            while (quoted && rest.Count < LongestRowInLines && record.Length < LongestRow && (waiting.TryDequeue(out var next) || Take(source, out next)))
            {
                rest.Add(next);
                record.Append('\n').Append(next.Text);
                quoted = OpenAtEnd(next.Text, separator() ?? ',', quoted: true);
            }

            yield return quoted ? (first.Number, first.Text, false) : (first.Number, record.ToString(), true);
            waiting = quoted ? new Queue<(long, string)>(rest.Concat(waiting)) : waiting;
        }
    }

    private static bool Take(IEnumerator<(long Number, string Text)> source, out (long Number, string Text) line)
    {
        var more = source.MoveNext();
        line = more ? source.Current : default;
        return more;
    }

    /// <summary>True where a line ends inside quotation marks. They open at a cell's beginning only; elsewhere they are characters.</summary>
    private static bool OpenAtEnd(string line, char separator, bool quoted)
    {
        var begins = !quoted;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted)
            {
                i = line.IndexOf('"', i);
                if (i < 0)
                {
                    return true;
                }

                // A doubled mark inside a cell is the mark itself.
                if (i + 1 < line.Length && line[i + 1] == '"')
                {
                    i++;
                    continue;
                }

                (quoted, begins) = (false, false);
            }
            else
            {
                quoted = begins && line[i] == '"';
                begins = !quoted && (line[i] == separator || (begins && line[i] == '\uFEFF'));
            }
        }

        return quoted;
    }

    private RawRow Row(long line, string text, string[] columns, CsvReaderOptions shape)
    {
        var cells = Cells(text, shape);
        if (cells.Length < columns.Length || cells.AsSpan(columns.Length).ContainsAnyExcept(""))
        {
            return RawRow.Bad(BadRow.OfRow(path, line, FormattableString.Invariant($"{cells.Length} {(cells.Length == 1 ? "cell" : "cells")}"), FormattableString.Invariant($"{columns.Length}, as in the header")));
        }

        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(cells[i]) && columns[i].Length > 0)
            {
                row[columns[i]] = cells[i];
            }
        }

        return new RawRow(line, row);
    }

    private string[] Columns(string header, CsvReaderOptions shape)
    {
        var columns = ItemColumns.NamesOf(Cells(header.TrimStart('\uFEFF'), shape));
        foreach (var required in ItemColumns.Required)
        {
            if (!columns.Contains(required, StringComparer.Ordinal))
            {
                throw new FileException(FileFault.Unusable, $"{path}: found no column '{required}' in the header {BadRow.Quote(header)}; expected at least the columns 'key' and 'title'. Name the column in the first line.");
            }
        }

        return columns;
    }

    private static CsvReaderOptions Shape(string header)
    {
        var separator = Separators.MaxBy(s => header.Count(c => c == s));
        return new CsvReaderOptions { Separator = separator, HasHeader = false, SkipEmptyLines = false };
    }

    private static string[] Cells(string record, CsvReaderOptions shape)
    {
        using var reader = CsvReader.FromText(record, shape);
        var cells = new List<string>();
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                cells.Add(reader.GetString(i));
            }
        }

        return [.. cells];
    }
}
