using BacklogHealth.Reports;

namespace BacklogHealth.Steps;

/// <summary>
/// The CSV files of one report in a folder. A table that a report no longer has must not lie there looking as new as the others, so beside them a hidden
/// list names what was written; of the next run, what stands on it and was not written again goes. Nothing that is not on the list is ever taken away.
/// </summary>
internal static class CsvFolder
{
    /// <summary>Saves the tables and takes away those of an earlier run that are no more; gives the paths of the files.</summary>
    /// <param name="report">Path of the report, without what tells the form.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="write">Writes a text to a path, whole or not at all.</param>
    /// <param name="cancellation">Stops it between files.</param>
    public static async Task<IReadOnlyList<string>> Save(string report, IReadOnlyCollection<CsvFile> tables, Func<string, string, Task> write, CancellationToken cancellation)
    {
        var (folder, name) = (Path.GetDirectoryName(report)!, Path.GetFileName(report));
        var list = Path.Combine(folder, $".{name}.csv-files");
        var before = File.Exists(list) ? await File.ReadAllLinesAsync(list, cancellation) : [];
        var now = tables.Select(t => $"{name}-{t.Name}.csv").ToList();

        // Before the first file, so that none is forgotten where this is stopped half way.
        await write(list, Lines(before.Union(now, StringComparer.Ordinal)));
        foreach (var (table, file) in tables.Zip(now))
        {
            await write(Path.Combine(folder, file), table.Text);
        }

        foreach (var old in before.Except(now, StringComparer.Ordinal).Where(f => f == Path.GetFileName(f) && f.StartsWith($"{name}-", StringComparison.Ordinal) && f.EndsWith(".csv", StringComparison.Ordinal)))
        {
            File.Delete(Path.Combine(folder, old));
        }

        await write(list, Lines(now));
        return [.. now.Select(f => Path.Combine(folder, f))];
    }

    private static string Lines(IEnumerable<string> files) => string.Concat(files.Select(f => f + "\n"));
}
