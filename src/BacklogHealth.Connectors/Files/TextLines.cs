using System.Text;

namespace BacklogHealth.Connectors.Files;

/// <summary>The lines of a text file with their numbers, one at a time. UTF-8, or what the file's byte order mark says.</summary>
internal sealed class TextLines(string path)
{
    /// <summary>Lines so far that held bytes which are no text in the file's encoding.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Reads the lines from the first on.</summary>
    /// <exception cref="FileException">The file is not there or cannot be read.</exception>
    public IEnumerable<(long Number, string Text)> Read()
    {
        Unreadable = 0;
        using var reader = Open();
        for (var number = 1L; Next(reader) is { } line; number++)
        {
            Unreadable += line.Contains('\uFFFD', StringComparison.Ordinal) ? 1 : 0;
            yield return (number, line);
        }
    }

    private string? Next(StreamReader reader)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(e);
        }
    }

    private StreamReader Open()
    {
        if (!File.Exists(path))
        {
            var found = Directory.Exists(path) ? "a folder" : "no such file";
            throw new FileException(FileFault.NotThere, $"{path}: found {found}; expected a file. Check the path.");
        }

        try
        {
            return new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(e);
        }
    }

    private FileException Refused(Exception e) =>
        new(FileFault.Unreadable, $"{path}: found a file that the system does not let us read ({e.GetType().Name}); expected a readable file. Check its permissions.", e);
}
