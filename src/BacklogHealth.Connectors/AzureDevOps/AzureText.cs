using System.Globalization;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reads texts. Fields hold HTML unless the item says that one of them holds Markdown.</summary>
internal static class AzureText
{
    /// <summary>The text with its structure. What is longer than <see cref="TextLimit.Longest"/> is cut before it is read.</summary>
    /// <param name="source">The field's content; null for none.</param>
    /// <param name="markdown">True where the field holds Markdown now. Its history may still hold HTML, from the time before.</param>
    public static StructuredText Read(string? source, bool markdown)
    {
        var text = TextLimit.Cut(source ?? "");
        return markdown && !MarkupSigns.IsHtml(text) ? MarkdownText.Read(text) : HtmlText.Read(text);
    }

    /// <summary>One line of plain words.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A number as histories keep it.</summary>
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
