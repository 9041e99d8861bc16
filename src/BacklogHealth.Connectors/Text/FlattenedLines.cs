using System.Buffers;
using System.Text;

namespace BacklogHealth.Connectors.Text;

/// <summary>
/// Gives texts their lines back whose line breaks an export has turned into runs of spaces, two for each break. Only texts with no line break at all
/// and with clear signs of lost ones are changed, and in those only white space.
/// </summary>
internal static class FlattenedLines
{
    private static readonly string[] Marks = ["* ", "- ", "# ", "|", "{code", "{noformat", "{quote", "```", "bq. ", "[ ] ", "[x] "];

    // Letters and digits with which a mark may begin: "bq. ", "h2. ", "1. ".
    private static readonly SearchValues<char> Openings = SearchValues.Create("bBhH0123456789");

    /// <summary>The text with its lines; the same text where nothing says that it lost them.</summary>
    public static string Restore(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r') >= 0 || !LostLines(text))
        {
            return text;
        }

        var lines = new StringBuilder(text.Length);
        var bullets = text.Contains("  * ", StringComparison.Ordinal) || text.Contains(": * ", StringComparison.Ordinal) || text.StartsWith("* ", StringComparison.Ordinal);
        var kept = 0;
        for (var i = text.IndexOf(' ', StringComparison.Ordinal); i >= 0; i = text.IndexOf(' ', kept))
        {
            var end = i + 1;
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            lines.Append(text, kept, i - kept);
            kept = end;
            var spaces = end - i;
            if (spaces == 1 && !(bullets && end < text.Length && text[end] == '*'))
            {
                lines.Append(' ');
                continue;
            }

            var begins = end < text.Length && BeginsLine(text, end);
            var broken = spaces >= 4 || (spaces >= 2 && (begins || i == 0 || !GoesOn(text[i - 1], end < text.Length ? text[end] : '\0')));
            // Behind "{code}" or "```" a line ends; behind "{{code}}" or "`code`" the sentence goes on.
            broken |= spaces >= 2 && i > 1 && (text[i - 1], text[i - 2]) is ('}', not '}') or ('`', '`');
            broken |= bullets && spaces == 1 && i > 0 && end + 2 < text.Length && text[end] == '*' && text[end + 1] == ' ' && char.IsLetter(text[end + 2]);
            broken &= !MarkBefore(text, i);
            lines.Append(!broken ? " " : spaces >= 4 && !begins ? "\n\n" : "\n");
        }

        return lines.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>True where the words before and after a line break belong to one sentence, so that the break is a mere wrap.</summary>
    public static bool GoesOn(char before, char after) => (char.IsLetterOrDigit(before) || before is ',' or '(' or '-' or '}' or '`' or '*' or '_') && (char.IsLower(after) || after == '(');

    // Spaces between the mark of an entry and its words are no line break.
    private static bool MarkBefore(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 4 && text[start - 1] != ' ')
        {
            start--;
        }

        var mark = text.AsSpan(start, at - start);
        return (start == 0 || text[start - 1] == ' ') && (mark is "-" or "*" or "**" or "#" or "##" or "•" || ListMarks.Numbered(string.Concat(mark, " x")) > 0);
    }

    private static bool LostLines(string text)
    {
        for (var i = text.IndexOf("  ", StringComparison.Ordinal); i >= 0; i = text.IndexOf("  ", i, StringComparison.Ordinal))
        {
            var end = i;
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            if (end < text.Length && (end - i >= 4 || BeginsLine(text, end)))
            {
                return true;
            }

            i = end;
        }

        return false;
    }

    private static bool BeginsLine(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.IsEmpty || char.IsAsciiLetterOrDigit(rest[0]) && !Openings.Contains(rest[0]))
        {
            return false;
        }

        foreach (var mark in Marks)
        {
            if (rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return ListMarks.Numbered(rest) > 0 || WikiLines.HeadingLevel(rest) > 0 || rest.StartsWith("** ", StringComparison.Ordinal) || rest.StartsWith("## ", StringComparison.Ordinal);
    }
}
