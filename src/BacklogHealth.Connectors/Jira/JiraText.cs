using System.Text.Json;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads Jira's texts.</summary>
internal static class JiraText
{
    /// <summary>A document, or plain words where a field holds no document.</summary>
    public static StructuredText Document(JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.Object => AdfText.Read(element),
        JsonValueKind.String => StructuredText.FromPlain(element.Value.GetString()),
        _ => StructuredText.Empty,
    };

    /// <summary>One line of plain words.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
