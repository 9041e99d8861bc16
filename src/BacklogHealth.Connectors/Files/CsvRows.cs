using CsvHelper;

namespace BacklogHealth.Connectors.Files;

/// <summary>
/// Reads a CSV file with a header, row by row. The separator is the one that a first line such as <c>sep=;</c> names, as spreadsheets write it, else
/// the comma, semicolon or tab that stands most often in the header. Where a quotation mark is never closed, its row alone is bad and reading goes
/// on in the next line.
/// </summary>
/// <param name="path">The file; messages name it.</param>
/// <param name="lines">Its lines.</param>
/// <param name="columnsOf">Gives names to the columns, from the header as it stands and its cells; refuses a header that lacks one. Those of items where null.</param>
internal sealed class CsvRows(string path, TextLines lines, Func<string, string[], string[]>? columnsOf = null)
{
    private const int UsualCells = 16;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>All rows behind the header.</summary>
    /// <exception cref="FileException">There is no header, or a required column is missing.</exception>
    public IEnumerable<RawRow> Read()
    {
        CsvReaderOptions? shape = null;
        string[]? columns = null;
        var records = new CsvRecords(lines.Read());
        foreach (var (line, text, closed) in records.Read())
        {
            if (shape is null && Named(text) is { } separator)
            {
                shape = Shape(separator);
                records.Separator = separator;
                continue;
            }

            if (columns is null)
            {
                shape ??= Shape(Separators.MaxBy(s => text.Count(c => c == s)));
                columns = Columns(text, shape);
                records.Separator = shape.Separator!.Value;
                continue;
            }

            yield return closed ? Row(line, text, columns, shape!)
                : RawRow.Bad(BadRow.OfRow(path, line, "a quotation mark that is never closed", "a quotation mark at the cell's end"));
        }
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
        var cells = Cells(header.TrimStart('\uFEFF'), shape);
        return columnsOf?.Invoke(header, cells) ?? ItemColumnsOf(header, cells);
    }

    private string[] ItemColumnsOf(string header, string[] cells)
    {
        var columns = ItemColumns.NamesOf(cells);
        foreach (var required in ItemColumns.Required)
        {
            if (!columns.Contains(required, StringComparer.Ordinal))
            {
                throw new FileException(FileFault.Unusable, $"{path}: found no column '{required}' in the header {BadRow.Quote(header)}; expected at least the columns 'key' and 'title'. Name the column in the first line.");
            }
        }

        return columns;
    }

    private static CsvReaderOptions Shape(char separator) => new() { Separator = separator, HasHeader = false, SkipEmptyLines = false };

    /// <summary>The separator that a line names; null where it names none.</summary>
    private static char? Named(string line) =>
        line.TrimStart('\uFEFF') is { Length: 5 } words && words.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && words[4] != '"' ? words[4] : null;

    private static string[] Cells(string record, CsvReaderOptions shape)
    {
        using var reader = CsvReader.FromText(record, shape);
        var cells = new List<string>(UsualCells);
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
