namespace BacklogHealth.Connectors.Text;

/// <summary>Marks of list entries as people type them.</summary>
internal static class ListMarks
{
    /// <summary>Length of a number that begins an entry, with its space, for example "1. " or "2) "; 0 where there is none.</summary>
    public static int Numbered(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && digits < 4 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is > 0 and < 4 && digits + 2 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ' ? digits + 2 : 0;
    }

    /// <summary>Length of a bullet that begins an entry, with its space; 0 where there is none.</summary>
    public static int Bullet(ReadOnlySpan<char> line) => line.Length > 2 && line[0] is '-' or '*' or '•' or '–' or '·' && line[1] == ' ' ? 2 : 0;
}
