namespace BacklogHealth.Connectors.Text;

/// <summary>Addresses as they stand in texts.</summary>
internal static class Addresses
{
    private static readonly string[] Schemes = ["http://", "https://", "ftp://", "mailto:", "file://", "www."];
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".bmp", ".webp", ".tif", ".tiff"];

    /// <summary>True where the words begin as an address does.</summary>
    public static bool Begins(ReadOnlySpan<char> words)
    {
        foreach (var scheme in Schemes)
        {
            if (words.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the name is that of a picture file.</summary>
    public static bool IsPicture(string name) => Array.Exists(Pictures, p => name.EndsWith(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>The last part of an address's path; null where it has none that says anything.</summary>
    public static string? FileName(string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length == 0 ? null : name;
    }

    /// <summary>Length of the bare address that begins at a place of a text, without the punctuation that ends the sentence; 0 where none begins.</summary>
    public static int LengthAt(string text, int start)
    {
        if (!Begins(text.AsSpan(start)))
        {
            return 0;
        }

        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '|' or ']' or '[' or '{' or '}'))
        {
            end++;
        }

        var opens = text.AsSpan(start, end - start).Contains('(');
        while (end > start && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' || (text[end - 1] == ')' && !opens)))
        {
            end--;
        }

        return end - start > 8 ? end - start : 0;
    }
}
