using System.Collections.Immutable;

namespace BacklogHealth.Connectors.Files;

/// <summary>Files of user stories with what people said of them: CSV with a header, a story a row, a column for each criterion.</summary>
public static class LabelFile
{
    /// <summary>Reads a file. The reader of a spreadsheet's rows is that of item files, so quotes and separators may be as there.</summary>
    /// <exception cref="FileException">The file is not there, cannot be read, holds no rows, or lacks a column that it must have.</exception>
    public static LabelFileResult Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var stories = ImmutableArray.CreateBuilder<LabelledStory>();
        var bad = ImmutableArray.CreateBuilder<BadRow>();
        foreach (var row in new CsvRows(path, new TextLines(path), (header, cells) => LabelColumns.NamesOf(path, header, cells)).Read())
        {
            if (row.Problem is { } problem)
            {
                bad.Add(problem);
            }
            else if (row.Cells.TryGetValue(LabelColumns.Story, out var text) && row.Cells.TryGetValue(LabelColumns.Group, out var group))
            {
                stories.Add(new LabelledStory(row.Line, group.Trim(), text.Trim(), Defects(row.Cells)));
            }
            else
            {
                var empty = row.Cells.ContainsKey(LabelColumns.Story) ? LabelColumns.Group : LabelColumns.Story;
                bad.Add(BadRow.OfRow(path, row.Line, $"nothing in the column '{empty}'", "a story and the group it belongs to"));
            }
        }

        return stories.Count + bad.Count > 0
            ? new LabelFileResult(stories.ToImmutable(), bad.ToImmutable())
            : throw new FileException(FileFault.Empty, $"{path}: found no rows; expected a header and a row for each labelled story. Export the labels again.");
    }

    private static ImmutableSortedDictionary<string, bool> Defects(IReadOnlyDictionary<string, string> cells) =>
        LabelColumns.Labels
            .Where(l => cells.ContainsKey(l.Header))
            .ToImmutableSortedDictionary(l => l.Criterion, l => l.IsDefect(cells[l.Header]), StringComparer.Ordinal);
}

/// <summary>A story and what people said of it.</summary>
/// <param name="Line">Its row's first line, from 1.</param>
/// <param name="Group">What it was written with, for example one product; stories of a group resemble each other.</param>
/// <param name="Text">The story.</param>
/// <param name="Defects">For each criterion that was judged, true where the story fails it.</param>
public sealed record LabelledStory(long Line, string Group, string Text, ImmutableSortedDictionary<string, bool> Defects);

/// <summary>What a file of labelled stories held.</summary>
/// <param name="Stories">The stories in the order of the file.</param>
/// <param name="BadRows">The rows that could not be read, in the order of the file.</param>
public sealed record LabelFileResult(ImmutableArray<LabelledStory> Stories, ImmutableArray<BadRow> BadRows);
