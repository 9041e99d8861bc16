namespace BacklogHealth.Connectors.Files;

/// <summary>Text files of user stories, one a line.</summary>
public static class StoryLines
{
    /// <summary>The lines that hold more than white space, with their numbers from 1.</summary>
    /// <exception cref="FileException">The file is not there, cannot be read, or holds nothing.</exception>
    public static IReadOnlyList<(long Line, string Text)> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var lines = new TextLines(path).Read().Select(l => (l.Number, Text: l.Text.Trim('\uFEFF', ' ', '\t'))).Where(l => l.Text.Length > 0).ToList();
        return lines.Count > 0 ? lines : throw new FileException(FileFault.Empty, $"{path}: found no lines; expected one story a line. Export the stories again.");
    }
}
