using System.Text;

namespace BacklogHealth.Connectors.Files;

/// <summary>One row of a CSV file as it stands.</summary>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Text">Its text, with line feeds where it spreads over several lines.</param>
/// <param name="Closed">False where a quotation mark is never closed; the text is then the first line alone.</param>
internal readonly record struct CsvRecord(long Line, string Text, bool Closed);

/// <summary>
/// Joins the lines of each row of a CSV file: a line break inside quotation marks does not end it. Where a mark is never closed, the lines behind it
/// are read again as rows of their own; each such mark makes the next one be looked for less far, so that a file full of them costs little.
/// </summary>
internal sealed class CsvRecords(IEnumerable<(long Number, string Text)> lines)
{
    // A pasted log of 20 million characters fits.
    private const int LongestRowInLines = 1_000_000;
    private const int LongestRow = 1 << 26;

    // So many lines that were read may stay in memory.
    private const int MostBehind = 20_000;

    private readonly List<(long Number, string Text)> _ahead = [];
    private int _at;
    private int _unclosed;

    /// <summary>The separator of cells; may be set once the header is known.</summary>
    public char Separator { get; set; } = ',';

    /// <summary>All rows, without the blank lines between them.</summary>
    public IEnumerable<CsvRecord> Read()
    {
        using var source = lines.GetEnumerator();
        while (Reach(source, 0))
        {
            var first = _ahead[_at];
            var (length, text) = string.IsNullOrWhiteSpace(first.Text) ? (1, null) : Join(source, first.Text);
            if (text is not null)
            {
                yield return new CsvRecord(first.Number, text, length > 0);
            }

            Advance(Math.Max(1, length));
        }
    }

    /// <summary>The row that begins here and its number of lines; the line alone and 0 where it is never closed.</summary>
    private (int Lines, string Text) Join(IEnumerator<(long Number, string Text)> source, string first)
    {
        if (!OpenAtEnd(first, quoted: false))
        {
            return (1, first);
        }

        var row = new StringBuilder(first);
        for (var i = 1; i <= LongestRowInLines / (1 + _unclosed) && row.Length < LongestRow && Reach(source, i); i++)
        {
            var next = _ahead[_at + i].Text;
            row.Append('\n').Append(next);
            if (!OpenAtEnd(next, quoted: true))
            {
                return (i + 1, row.ToString());
            }
        }

        _unclosed++;
        return (0, first);
    }

    private bool Reach(IEnumerator<(long Number, string Text)> source, int offset)
    {
        while (_at + offset >= _ahead.Count)
        {
            if (!source.MoveNext())
            {
                return false;
            }

            _ahead.Add(source.Current);
        }

        return true;
    }

    private void Advance(int count)
    {
        _at += count;
        if (_at >= _ahead.Count || _at > MostBehind)
        {
            _ahead.RemoveRange(0, _at);
            _at = 0;
        }
    }

    /// <summary>True where a line ends inside quotation marks. They open at a cell's beginning only; elsewhere they are characters.</summary>
    private bool OpenAtEnd(string line, bool quoted)
    {
        var begins = !quoted;
        for (var i = 0; i < line.Length; i++)
        {
            if (!quoted)
            {
                quoted = begins && line[i] == '"';
                begins = !quoted && line[i] == Separator;
                continue;
            }

            i = line.IndexOf('"', i);
            if (i < 0)
            {
                return true;
            }

            // A doubled mark inside a cell is the mark itself.
            var doubled = i + 1 < line.Length && line[i + 1] == '"';
            (quoted, begins) = (doubled, false);
            i += doubled ? 1 : 0;
        }

        return quoted;
    }
}
