using System.Text.Json;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Writes parts of requests.</summary>
internal static class JiraBody
{
    /// <summary>A list of strings.</summary>
    public static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
