using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>Reads text without markup: each line is a block, and lines that begin with a bullet, a number or a box are entries of a list.</summary>
internal static class PlainText
{
    /// <summary>The text with its structure; empty for null.</summary>
    public static StructuredText Read(string? source)
    {
        if (string.IsNullOrEmpty(source))
        {
            return StructuredText.Empty;
        }

        var flow = new TextFlow();
        ReadInto(flow, source);
        return flow.Build();
    }

    /// <summary>Writes plain lines into a text of another markup.</summary>
    public static void ReadInto(TextFlow flow, string source)
    {
        foreach (var line in source.AsSpan().EnumerateLines())
        {
            var words = line.Trim();
            var numbered = ListMarks.Numbered(words);
            var mark = numbered > 0 ? numbered : ListMarks.Bullet(words);
            if (mark > 0)
            {
                flow.BeginItem(1, numbered > 0 ? words[..numbered].ToString() : "- ");
                words = words[mark..].TrimStart();
            }

            flow.Words(words.ToString());
            flow.EndBlock();
        }
    }
}
