using System.Globalization;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reads texts. Fields hold HTML unless the item says that one of them holds Markdown.</summary>
internal static class AzureText
{
    /// <summary>Longest text that is read, in UTF-16 units: what a field of the service can hold. A server may hold more.</summary>
    public const int Longest = 1_000_000;

    /// <summary>The text with its structure. What is longer than <see cref="Longest"/> is cut.</summary>
    /// <param name="source">The field's content; null for none.</param>
    /// <param name="markdown">True where the field holds Markdown now. Its history may still hold HTML, from the time before.</param>
    public static StructuredText Read(string? source, bool markdown)
    {
        var text = source is { Length: > Longest } ? source[..(char.IsHighSurrogate(source[Longest - 1]) ? Longest - 1 : Longest)] : source;
        return markdown && !MarkupSigns.IsHtml(text ?? "") ? MarkdownText.Read(text) : HtmlText.Read(text);
    }

    /// <summary>One line of plain words.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A number as histories keep it.</summary>
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
