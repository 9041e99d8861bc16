using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Splits a text into lines and says what each is: by the text's structure where it has one, by its marks where it is plain. Runs of three or
/// more spaces end a line too, because exports to files often flatten line ends that way.
/// </summary>
internal static class LineReader
{
    /// <param name="text">The text.</param>
    /// <param name="prose">Its units with code and the like blanked.</param>
    public static Line[] Read(StructuredText text, ReadOnlySpan<char> prose)
    {
        var blocks = Blocks(text);
        var lines = new Room<Line>(16);
        var next = 0;
        var feed = -1;
        TextSpan? block = null;
        for (var i = 0; i < prose.Length;)
        {
            if (feed < i)
            {
                feed = prose[i..].IndexOf('\n') is >= 0 and var at ? i + at : prose.Length;
            }

            var end = EndOfLine(prose, i, feed, out var following);
            while (next < blocks.Length && blocks[next].Start < end)
            {
                var candidate = blocks[next++];

                // A run of code inside a paragraph is no block, not even where the paragraph begins with it.
                block = candidate.Kind == TextKind.Code && block is { } b && b.End >= candidate.End && b.Start <= candidate.Start ? block : candidate;
            }

            var (from, to) = Trim(prose, i, end);
            if (to > from)
            {
                lines.Add(Classify(prose, from, to, block is { } inside && inside.End > from ? inside : null));
            }

            i = following;
        }

        return lines.ToArray();
    }

    // In the order of the text, as all spans are.
    private static TextSpan[] Blocks(StructuredText text)
    {
        if (text.Spans.IsEmpty)
        {
            return [];
        }

        var blocks = new Room<TextSpan>(text.Spans.Length);
        foreach (var span in text.Spans)
        {
            if (span.Kind <= TextKind.Code)
            {
                blocks.Add(span);
            }
        }

        return blocks.ToArray();
    }

    // The line feed, or a run of three spaces behind an indent.
    private static int EndOfLine(ReadOnlySpan<char> prose, int start, int feed, out int following)
    {
        var line = prose[start..feed];
        var indent = line.IndexOfAnyExcept(' ');
        var gap = indent < 0 ? -1 : line[indent..].IndexOf("   ", StringComparison.Ordinal);
        if (gap >= 0)
        {
            following = start + indent + gap + 3;
            return start + indent + gap;
        }

        following = Math.Min(feed + 1, prose.Length);
        return feed;
    }

    private static (int From, int To) Trim(ReadOnlySpan<char> prose, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(prose[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(prose[to - 1]))
        {
            to--;
        }

        return (from, to);
    }

    private static Line Classify(ReadOnlySpan<char> prose, int from, int to, TextSpan? block)
    {
        Line Of(LineKind kind, int start, int level = 0) => new(start, to - start, kind, level);
        var start = block is { } b && b.Start > from && b.Start < to ? b.Start : from;
        switch (block?.Kind)
        {
            case TextKind.Heading: return Of(LineKind.Heading, start, block.Value.Level);
            case TextKind.ListItem: return Of(LineKind.ListItem, start, block.Value.Level);
            case TextKind.Checkbox: return Of(LineKind.Checkbox, start, 1);
            case TextKind.TableRow: return Of(LineKind.TableRow, start, block.Value.Level);
            case TextKind.Quote or TextKind.Code when block.Value.Start <= from: return Of(LineKind.NotProse, from);
            default: break;
        }

        var line = prose[from..to];
        if (LogLine.Is(line))
        {
            return Of(LineKind.NotProse, from);
        }

        var (kind, skip, depth) = Mark(line);
        return kind is { } marked ? Of(marked, from + skip, depth) : Of(LooksLikeHeading(line) ? LineKind.Heading : LineKind.Paragraph, from);
    }

    private static (LineKind? Kind, int Skip, int Depth) Mark(ReadOnlySpan<char> line)
    {
        var i = 0;
        while (i < line.Length && i < 6 && line[i] is '-' or '*' or '+' or '#' or '•')
        {
            i++;
        }

        var marks = i;
        if (i > 0 && (i >= line.Length || line[i] != ' '))
        {
            return (null, 0, 0);
        }

        while (i < line.Length && line[i] == ' ')
        {
            i++;
        }

        if (i + 2 < line.Length && line[i] == '[' && line[i + 1] is ' ' or 'x' or 'X' && line[i + 2] == ']')
        {
            return (LineKind.Checkbox, Math.Min(i + 4, line.Length - 1), 1);
        }

        if (marks > 0)
        {
            return i < line.Length ? (LineKind.ListItem, i, marks) : (null, 0, 0);
        }

        if (line.Length > 4 && line[0] == 'h' && line[1] is >= '1' and <= '6' && line[2] == '.' && line[3] == ' ')
        {
            return (LineKind.Heading, 4, line[1] - '0');
        }

        var digits = 0;
        while (digits < line.Length && digits < 3 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        var numbered = digits > 0 && digits + 2 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ';
        return numbered ? (LineKind.ListItem, digits + 2, 1) : (null, 0, 0);
    }

    private static bool LooksLikeHeading(ReadOnlySpan<char> line)
    {
        if (line.Length > 60)
        {
            return false;
        }

        var trimmed = line.TrimEnd("*_ ");
        var bold = line[0] == '*' && line[^1] == '*';
        return (trimmed.Length > 0 && trimmed[^1] == ':' && trimmed.Count(' ') < 6) || (bold && line.Count(' ') < 8);
    }
}
