namespace BacklogHealth.SampleTracker.Backlog.Seeds;

/// <summary>
/// Reads the lines of a text: <c>## heading</c>, <c>- bullet</c>, <c>1. numbered</c>, <c>[] checkbox</c>, <c>[x] ticked</c>,
/// <c>|| head | row</c>, <c>| table | row</c>, <c>``` code</c>, <c>" quotation</c>; anything else is a paragraph.
/// </summary>
internal static class SeedText
{
    public static SampleText? Of(IReadOnlyList<string> lines) => lines.Count == 0 ? null : new SampleText([.. lines.Select(Block)]);

    private static SampleBlock Block(string line)
    {
        if (After(line, "## ") is { } heading)
        {
            return new SampleBlock(SampleBlockKind.Heading, heading, Level: 3);
        }

        if (After(line, "- ") is { } bullet)
        {
            return new SampleBlock(SampleBlockKind.Bullet, bullet);
        }

        if (After(line, "1. ") is { } numbered)
        {
            return new SampleBlock(SampleBlockKind.Numbered, numbered);
        }

        if (After(line, "[] ") is { } box)
        {
            return new SampleBlock(SampleBlockKind.Checkbox, box);
        }

        if (After(line, "[x] ") is { } ticked)
        {
            return new SampleBlock(SampleBlockKind.Checkbox, ticked, Ticked: true);
        }

        if (After(line, "|| ") is { } head)
        {
            return new SampleBlock(SampleBlockKind.TableHead, head);
        }

        if (After(line, "| ") is { } row)
        {
            return new SampleBlock(SampleBlockKind.TableRow, row);
        }

        if (After(line, "``` ") is { } code)
        {
            return new SampleBlock(SampleBlockKind.Code, code);
        }

        return After(line, "\" ") is { } quote
            ? new SampleBlock(SampleBlockKind.Quote, quote)
            : new SampleBlock(SampleBlockKind.Paragraph, line);
    }

    private static string? After(string line, string mark) => line.StartsWith(mark, StringComparison.Ordinal) ? line[mark.Length..] : null;
}
