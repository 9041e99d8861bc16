using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Files;

/// <summary>
/// Reads the rows of an item file, one at a time, so that a file of any length takes little memory. For one thread; passes must not overlap.
/// </summary>
public sealed class ItemFileReader
{
    private readonly bool _isJson;
    private FileSummary? _summary;

    internal ItemFileReader(string path, bool isJson) => (File, _isJson) = (path, isJson);

    /// <summary>The file as it was named.</summary>
    public string File { get; }

    /// <summary>All rows in the order of the file. Each enumeration reads the file again from its beginning.</summary>
    /// <exception cref="FileException">The file cannot be read any more.</exception>
    public IEnumerable<FileRow> Rows()
    {
        var lines = new TextLines(File);
        var summary = new FileSummary(File);
        var items = new RowItems(File, summary);
        foreach (var row in Raw(lines))
        {
            yield return items.Read(row);
        }

        summary.UnreadableLines = lines.Unreadable;
        _summary = summary;
    }

    /// <summary>
    /// The items of all good rows with their texts as they stand in the file, markup and all: enough to know who stands beside whom, at a third of the
    /// cost of <see cref="Rows"/>.
    /// </summary>
    /// <exception cref="FileException">The file cannot be read any more.</exception>
    public IEnumerable<WorkItem> FirstLook()
    {
        var items = new RowItems(File, new FileSummary(File)) { TextsAsTheyStand = true };
        foreach (var row in Raw(new TextLines(File)))
        {
            if (items.Read(row) is FileRow.Good(var item, _))
            {
                yield return item;
            }
        }
    }

    /// <summary>
    /// The workflow and sprints that fit the items of the file, and notes on what the file left open. Known at the end of a pass over <see cref="Rows"/>;
    /// makes one where none was made to the end yet.
    /// </summary>
    public TrackerProfile Profile()
    {
        if (_summary is null)
        {
            foreach (var _ in Rows())
            {
                // Every row counts.
            }
        }

        return _summary!.Profile();
    }

    internal bool HasRows() => Raw(new TextLines(File)).Any();

    private IEnumerable<RawRow> Raw(TextLines lines) => _isJson ? new JsonRows(File, lines).Read() : new CsvRows(File, lines).Read();
}
