using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads a sprint.</summary>
internal static class JiraSprint
{
    /// <summary>The sprint; null where the entry has no id.</summary>
    public static Sprint? Of(JsonElement entry) => entry.ValueKind == JsonValueKind.String ? Written(entry.GetString()!) : entry.Text("id") is { } id
        ? new Sprint(
            id,
            JiraText.Line(entry.Text("name") ?? id),
            string.IsNullOrWhiteSpace(entry.Text("goal")) ? null : entry.Text("goal")!.Trim(),
            Phase(entry.Text("state")),
            JiraInstant.Of(entry.Get("startDate")),
            JiraInstant.Of(entry.Get("endDate")),
            JiraInstant.Of(entry.Get("completeDate")))
        : null;

    // Older Data Centers write a sprint of an issue as their program prints it: …Sprint@1f[id=37,…,state=CLOSED,name=S1,startDate=…,…]. Names may hold
    // commas; ids, states and dates do not, and this is not where names and goals are taken from.
    private static Sprint? Written(string text)
    {
        if (Value(text, "id") is not { } id || !JiraQuery.IsId(id))
        {
            return null;
        }

        return new Sprint(id, id, null, Phase(Value(text, "state")), JiraInstant.Of(Value(text, "startDate")), JiraInstant.Of(Value(text, "endDate")), JiraInstant.Of(Value(text, "completeDate")));
    }

    private static string? Value(string text, string name)
    {
        var at = text.IndexOf($"[{name}=", StringComparison.Ordinal);
        at = at < 0 ? text.IndexOf($",{name}=", StringComparison.Ordinal) : at;
        if (at < 0)
        {
            return null;
        }

        var rest = text.AsSpan(at + name.Length + 2);
        var end = rest.IndexOfAny(',', ']');
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static SprintPhase Phase(string? state) => state?.ToUpperInvariant() switch { "ACTIVE" => SprintPhase.Active, "CLOSED" => SprintPhase.Closed, _ => SprintPhase.Future };
}
