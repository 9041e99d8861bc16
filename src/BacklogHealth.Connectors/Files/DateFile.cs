using System.Collections.Immutable;

namespace BacklogHealth.Connectors.Files;

/// <summary>Files of finish dates: one ISO date a line, the day on which an item was finished; a day may stand many times. Blank lines count for nothing.</summary>
public static class DateFile
{
    /// <summary>Reads a file. A first line that says <c>date</c> is a header.</summary>
    /// <exception cref="FileException">The file is not there, cannot be read, or holds nothing.</exception>
    public static DateFileResult Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var dates = ImmutableArray.CreateBuilder<DateOnly>();
        var bad = ImmutableArray.CreateBuilder<BadRow>();
        foreach (var (line, text) in new TextLines(path).Read())
        {
            var cell = text.Trim().Trim('\uFEFF', '"');
            if (cell.Length == 0 || (line == 1 && cell.Equals("date", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            if (Instants.ReadDay(cell) is { } day)
            {
                dates.Add(day);
            }
            else
            {
                bad.Add(BadRow.OfRow(path, line, BadRow.Quote(cell), "an ISO date such as 2026-03-02") with { Remedy = "Mend the line, or take it out." });
            }
        }

        return dates.Count + bad.Count > 0
            ? new DateFileResult(dates.ToImmutable(), bad.ToImmutable())
            : throw new FileException(FileFault.Empty, $"{path}: found no dates; expected one ISO date a line, the day on which an item was finished. Export the dates again.");
    }
}

/// <summary>What a file of finish dates held.</summary>
/// <param name="Dates">The dates in the order of the file.</param>
/// <param name="BadRows">The lines that are no date, in the order of the file.</param>
public sealed record DateFileResult(ImmutableArray<DateOnly> Dates, ImmutableArray<BadRow> BadRows);
