namespace BacklogHealth.Connectors.Text;

/// <summary>Counts what shows clearly in which markup a text is written. Signs that two markups share, or that plain texts hold too, count for none.</summary>
internal static class MarkupSigns
{
    private static readonly string[] WikiMacros = ["{code", "{noformat}", "{quote}", "{panel", "{color", "{html}", "[~"];

    /// <summary>
    /// True where tags give the text its structure and every tag is one that HTML knows: a text with places to fill in, such as &lt;host&gt;, is none.
    /// </summary>
    public static bool IsHtml(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return false;
        }

        var structure = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (begins, breaks, ends) = (false, 0, 0);
        foreach (var tag in HtmlScanner.Tags(text))
        {
            if (!HtmlTags.Knows(tag.Name) && !tag.Name.Contains(':', StringComparison.Ordinal))
            {
                return false;
            }

            var isBreak = tag.Name.Equals("br", StringComparison.OrdinalIgnoreCase);
            begins |= text.AsSpan(0, tag.Start).IsWhiteSpace();
            breaks += isBreak ? 1 : 0;
            ends += tag.IsEnd || isBreak ? 1 : 0;
            if (!isBreak && HtmlTags.Structure.Contains(tag.Name))
            {
                structure.Add(tag.Name);
            }
        }

        // A single element in the middle of a sentence is spoken of, not meant.
        return ends > 0 && (breaks > 1 || structure.Count > 1 || (begins && breaks + structure.Count > 0)) && Wiki(text) == 0 && !text.Contains("```", StringComparison.Ordinal);
    }

    /// <summary>Signs of Jira wiki markup.</summary>
    public static int Wiki(string text)
    {
        var signs = text.AsSpan().IndexOfAny('{', '[') < 0 ? 0 : WikiMacros.Sum(m => 3 * Count(text, m));
        signs += text.Contains("}}", StringComparison.Ordinal) ? Count(text, "{{") : 0;
        signs += Count(text, "|http") + Picture(text);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.TrimStart();
            var heading = WikiLines.HeadingLevel(line) > 0;
            var table = line.StartsWith("||", StringComparison.Ordinal) && line.TrimEnd().EndsWith("||", StringComparison.Ordinal);
            signs += heading || table || line.StartsWith("bq. ", StringComparison.Ordinal) ? 2 : 0;
            signs += line.StartsWith("** ", StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal) ? 1 : 0;
        }

        return signs;
    }

    /// <summary>Signs of Markdown.</summary>
    public static int Markdown(string text)
    {
        var signs = (3 * (Count(text, "```") / 2)) + (2 * Count(text, "](http")) + (2 * Count(text, "![")) + Bold(text);
        ReadOnlySpan<char> before = default;
        var (afterBlank, afterTitle) = (true, false);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.TrimStart();
            var heading = line.TrimStart('#');
            var rank = line.Length - heading.Length;
            var isHeading = heading.StartsWith(" ", StringComparison.Ordinal) && afterBlank;
            signs += rank is > 1 and < 7 && isHeading ? 2 : 0;

            // "# " begins a numbered entry in wiki markup; what stands between blank lines is a heading.
            signs += afterTitle && line.IsWhiteSpace() ? 2 : 0;
            afterTitle = rank == 1 && isHeading;
            signs += line.StartsWith("- [ ] ", StringComparison.Ordinal) || line.StartsWith("- [x] ", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
            signs += line.StartsWith("|-", StringComparison.Ordinal) || line.StartsWith("| -", StringComparison.Ordinal) || line.StartsWith("|:-", StringComparison.Ordinal) ? before.Contains('|') ? 3 : 0 : 0;
            before = line;
            afterBlank = line.IsWhiteSpace();
        }

        return signs;
    }

    private static int Picture(string text)
    {
        var signs = 0;
        for (var at = text.IndexOf('!', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('!', at + 1))
        {
            var end = text.AsSpan(at + 1, Math.Min(200, text.Length - at - 1)).IndexOf('!');
            signs += end > 0 && Addresses.IsPicture(text.Substring(at + 1, end).Split('|')[0]) ? 1 : 0;
        }

        return signs;
    }

    // "**words**" within a line; at the beginning of a line, "** " is an entry of a wiki list.
    private static int Bold(string text)
    {
        if (!text.Contains("**", StringComparison.Ordinal))
        {
            return 0;
        }

        var signs = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var open = line.IndexOf("**", StringComparison.Ordinal);
            if (open >= 0 && open + 2 < line.Length && char.IsLetterOrDigit(line[open + 2]) && line[(open + 2)..].IndexOf("**", StringComparison.Ordinal) is > 0 and var close && line[open + 1 + close] > ' ')
            {
                signs++;
            }
        }

        return signs;
    }

    private static int Count(string text, string sign)
    {
        var count = 0;
        for (var at = text.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sign, at + sign.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
