using System.Text.Json;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>
/// Reads text whose markup nobody names, as files hold it. Plain, unless the text shows clearly that it is HTML, Jira wiki markup, Markdown or Jira's
/// document format. Lines that an export flattened are given back first (<see cref="FlattenedLines"/>).
/// </summary>
internal static class AnyText
{
    /// <summary>The text with its structure; empty for null. Never throws on content.</summary>
    public static StructuredText Read(string? source)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return StructuredText.Empty;
        }

        if (Document(source) is { } document)
        {
            return document;
        }

        if (MarkupSigns.IsHtml(source))
        {
            return HtmlText.Read(source);
        }

        var text = FlattenedLines.Restore(source);
        var (wiki, markdown) = (MarkupSigns.Wiki(text), MarkupSigns.Markdown(text));
        return wiki == 0 && markdown == 0 ? PlainText.Read(text)
            : markdown > wiki ? MarkdownText.Read(text)
            : WikiMarkupText.Read(text);
    }

    private static StructuredText? Document(string source)
    {
        if (!source.AsSpan().TrimStart().StartsWith("{\"", StringComparison.Ordinal) || !source.Contains("\"doc\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(source);
            return AdfJson.Text(AdfJson.Property(json.RootElement, "type")) == "doc" ? AdfText.Read(json.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
