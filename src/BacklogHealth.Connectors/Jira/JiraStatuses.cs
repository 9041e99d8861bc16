using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Reads the statuses and what Jira's own categories say they mean. Histories hold statuses that the project has no more: those of the site stand
/// behind those of the project, joined by id, since names change.
/// </summary>
internal static class JiraStatuses
{
    public static async Task<Workflow> Read(JiraSite site, JiraBoard? board, string? projectId, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        var project = site.Options.Project;
        using var ofSite = await site.Http.Ask(TrackerRequest.Get(site.Api("/status")), cancellation);
        var all = ofSite.List().EnumerateArray().Where(s => projectId is null || IsOf(s, projectId));
        if (project.Length == 0)
        {
            return new Workflow(InOrder(States(all, notes), board?.StatusIds ?? []));
        }

        using var ofProject = await site.Http.Ask(TrackerRequest.Get(site.Api($"/project/{Uri.EscapeDataString(project)}/statuses")), cancellation);
        var own = InOrder(States(ofProject.List().EnumerateArray().SelectMany(type => type.Entries("statuses")), notes), board?.StatusIds ?? []).ToList();
        var known = own.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return new Workflow([.. own, .. InOrder([.. States(all, null).Where(s => !known.Contains(s.Id))], []).Select(s => s with { Elsewhere = true })]);
    }

    /// <summary>The states of a list of statuses; one without a known category is noted once and left out.</summary>
    public static List<WorkflowState> States(IEnumerable<JsonElement> statuses, ImmutableArray<string>.Builder? notes)
    {
        var states = new List<WorkflowState>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var status in statuses)
        {
            if (status.Text("id") is not { } id || !seen.Add(id))
            {
                continue;
            }

            var name = status.Text("name") ?? id;
            if (Meaning(status) is { } meaning)
            {
                states.Add(new(id, name, meaning));
            }
            else
            {
                notes?.Add($"Status '{name}' ({id}) has no category that is known, so it counts as unmapped until the team's Workflow says what it means.");
            }
        }

        return states;
    }

    // Team-managed projects have statuses of their own, which no other project's item ever had.
    private static bool IsOf(JsonElement status, string projectId) => status.Get("scope")?.Get("project")?.Text("id") is not { } owner || owner == projectId;

    private static WorkItemState? Meaning(JsonElement status) => status.Get("statusCategory")?.Text("key") switch
    {
        "new" => WorkItemState.NotStarted,
        "indeterminate" => WorkItemState.Started,
        "done" => WorkItemState.Finished,
        _ => null,
    };

    // The board's columns from left to right; what no column shows stands before them where it is not started, else behind them.
    private static IEnumerable<WorkflowState> InOrder(List<WorkflowState> states, ImmutableArray<string> columns)
    {
        var place = columns.Select((id, at) => (id, at)).DistinctBy(c => c.id).ToDictionary(c => c.id, c => c.at, StringComparer.Ordinal);
        int Group(WorkflowState s) => place.ContainsKey(s.Id) ? 1 : s.State == WorkItemState.NotStarted ? 0 : 2;
        return states.OrderBy(Group).ThenBy(s => place.TryGetValue(s.Id, out var at) ? at : (int)s.State).ThenBy(s => s.Id.Length).ThenBy(s => s.Id, StringComparer.Ordinal);
    }
}
