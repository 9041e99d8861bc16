using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Files;

/// <summary>The cells of one row, read as what they must be. Remembers the first that is something else.</summary>
internal sealed class Cells(string file, RawRow row)
{
    /// <summary>The first cell that could not be read; null where all could.</summary>
    public BadRow? Problem { get; private set; }

    /// <summary>The cell as it stands; null where it is blank.</summary>
    public string? Raw(string column) => row.Cells.GetValueOrDefault(column);

    /// <summary>The cell as one line of clean text; null where it is blank.</summary>
    public string? Text(string column) => Raw(column) is { } cell && OneLine(cell) is { Length: > 0 } text ? text : null;

    /// <summary>The instant in UTC; null where the cell is blank or bad.</summary>
    public DateTimeOffset? Instant(string column) => Read(column, Instants.Expected, cell => Instants.Read(cell));

    /// <summary>The day; null where the cell is blank or bad.</summary>
    public DateOnly? Day(string column) => Read<DateOnly>(column, Instants.Expected, cell => Instants.Read(cell) is { } instant ? DateOnly.FromDateTime(instant.DateTime) : null);

    /// <summary>The number, 0 or more; null where the cell is blank or bad.</summary>
    public double? Number(string column) => Read<double>(column, "a number of 0 or more, with a point before its decimals", cell =>
        double.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null);

    /// <summary>The entries of a cell: separated by semicolons, else by commas, else, where asked for, by spaces.</summary>
    public ImmutableArray<string> List(string column, bool splitAtSpaces)
    {
        var text = Text(column) ?? "";
        var separator = text.Contains(';', StringComparison.Ordinal) ? ';' : text.Contains(',', StringComparison.Ordinal) ? ',' : splitAtSpaces ? ' ' : ';';
        return [.. text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A text on one line, without characters that no text may hold.</summary>
    public static string OneLine(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && !text.Contains("  ", StringComparison.Ordinal) ? text.Trim() : StructuredText.FromPlain(text).Plain.Replace('\n', ' ').Trim();

    private T? Read<T>(string column, string expected, Func<string, T?> read)
        where T : struct
    {
        if (Raw(column) is not { } cell)
        {
            return null;
        }

        var value = read(cell);
        if (value is null)
        {
            Problem ??= BadRow.OfCell(file, row.Line, column, cell, expected);
        }

        return value;
    }
}
