using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads a sprint.</summary>
internal static class JiraSprint
{
    /// <summary>The sprint; null where the entry has no id.</summary>
    public static Sprint? Of(JsonElement entry) => entry.Text("id") is { } id
        ? new Sprint(
            id,
            JiraText.Line(entry.Text("name") ?? id),
            string.IsNullOrWhiteSpace(entry.Text("goal")) ? null : entry.Text("goal")!.Trim(),
            entry.Text("state") switch { "active" => SprintPhase.Active, "closed" => SprintPhase.Closed, _ => SprintPhase.Future },
            JiraInstant.Of(entry.Get("startDate")),
            JiraInstant.Of(entry.Get("endDate")),
            JiraInstant.Of(entry.Get("completeDate")))
        : null;
}
