using System.Text;

namespace BacklogHealth.Storage.Sql;

/// <summary>
/// Texts as every engine can keep them: a NUL or half a surrogate pair becomes U+FFFD, one unit for one unit, so that offsets into the text
/// still hold. All other characters stay.
/// </summary>
internal static class CleanText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text without what engines refuse; the same object where there is nothing to replace.</summary>
    public static string Of(string text)
    {
        // Nearly every text is clean, and this is asked of every text there is: the runtime looks at many characters at a time.
        var first = text.Contains('\0', StringComparison.Ordinal) || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? FirstBad(text, 0) : -1;
        if (first < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text);
        for (var i = first; i >= 0; i = FirstBad(text, i + 1))
        {
            clean[i] = Replacement;
        }

        return clean.ToString();
    }

    /// <summary>The same for a text that may be missing.</summary>
    public static string? OrNull(string? text) => text is null ? null : Of(text);

    private static int FirstBad(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
