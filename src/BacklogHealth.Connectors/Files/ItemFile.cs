namespace BacklogHealth.Connectors.Files;

/// <summary>Files of work items: CSV with a header, or JSON lines, told apart by the first character that is not white space.</summary>
public static class ItemFile
{
    /// <summary>Opens a file and checks that it can hold items. Reads no more than its beginning.</summary>
    /// <param name="path">The path; messages name the file by it.</param>
    /// <exception cref="FileException">It is not there, cannot be read, is empty, or is no item file.</exception>
    public static ItemFileReader Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var first = new TextLines(path).Read().Select(l => l.Text.TrimStart(' ', '\t', '\uFEFF')).FirstOrDefault(l => !string.IsNullOrWhiteSpace(l))
            ?? throw new FileException(FileFault.Empty, $"{path}: found an empty file; expected a CSV file with a header, or one JSON object a line. Export the items again.");
        if (first[0] == '[')
        {
            throw new FileException(FileFault.Unusable, $"{path}: found a JSON list; expected one JSON object a line, without brackets around them. Write each item on a line of its own.");
        }

        var reader = new ItemFileReader(path, isJson: first[0] == '{');
        if (!reader.HasRows())
        {
            throw new FileException(FileFault.Empty, $"{path}: found a header and no rows; expected a row for each item. Export the items again.");
        }

        return reader;
    }
}
