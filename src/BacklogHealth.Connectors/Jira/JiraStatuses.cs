using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads the project's statuses and what Jira's own categories say they mean.</summary>
internal static class JiraStatuses
{
    public static async Task<Workflow> Read(JiraSite site, JiraBoard? board, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        var project = site.Options.Project;
        using var answer = await site.Http.Ask(
            TrackerRequest.Get(project.Length == 0 ? "/rest/api/3/status" : $"/rest/api/3/project/{Uri.EscapeDataString(project)}/statuses"),
            cancellation);
        if (answer.Status == HttpStatusCode.NotFound && project.Length > 0)
        {
            throw site.Settings($"there is no project '{project}' that the account can see (404). Expected the key of a project, as in CHK-12. Set the team's Project, or give {site.Options.User} the permission to browse it.");
        }

        return Workflow(answer.List(), board, notes);
    }

    /// <summary>The workflow of a list of statuses, or of issue types that each hold such a list.</summary>
    public static Workflow Workflow(JsonElement list, JiraBoard? board, ImmutableArray<string>.Builder notes)
    {
        var states = new List<WorkflowState>();
        foreach (var status in list.EnumerateArray().SelectMany(entry => entry.Get("statuses") is null ? [entry] : entry.Entries("statuses")))
        {
            if (status.Text("id") is not { } id || states.Exists(s => s.Id == id))
            {
                continue;
            }

            var name = status.Text("name") ?? id;
            if (Meaning(status) is { } meaning)
            {
                states.Add(new(id, name, meaning));
            }
            else if (!notes.Any(n => n.StartsWith($"Status '{name}' ({id})", StringComparison.Ordinal)))
            {
                notes.Add($"Status '{name}' ({id}) has no category that is known, so it counts as unmapped until the team's Workflow says what it means.");
            }
        }

        return new Workflow(InOrder(states, board?.StatusIds ?? []));
    }

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
