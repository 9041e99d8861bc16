using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>A board and what its configuration says.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>scrum</c>, <c>kanban</c> or <c>simple</c> (team-managed).</param>
/// <param name="ProjectId">Id of the project it belongs to; null where it belongs to a person.</param>
/// <param name="StatusIds">Statuses in the order of its columns.</param>
/// <param name="EstimateField">Id of the field it estimates with; null where it does not, or not with a field.</param>
/// <param name="RankField">Id of the field that orders it; null where unknown.</param>
/// <param name="FilterId">Id of the saved filter that says what it shows; null where unknown.</param>
internal sealed record JiraBoard(
    string Id, string Name, string Type, string? ProjectId = null,
    ImmutableArray<string> StatusIds = default, string? EstimateField = null, string? RankField = null, string? FilterId = null)
{
    /// <summary>True where it can have sprints.</summary>
    public bool MayHaveSprints => Type != "kanban";

    /// <summary>Reads an entry of a list of boards; null where it has no number.</summary>
    public static JiraBoard? Of(JsonElement entry) => entry.Text("id") is { } id
        ? new(id, entry.Text("name") ?? id, entry.Text("type") ?? "", entry.Get("location")?.Text("projectId"), [])
        : null;

    /// <summary>The board with its configuration.</summary>
    public JiraBoard With(JsonElement configuration) => this with
    {
        StatusIds = [.. (configuration.Get("columnConfig") ?? default).Entries("columns").SelectMany(c => c.Entries("statuses")).Select(s => s.Text("id")).OfType<string>()],
        EstimateField = configuration.Get("estimation")?.Get("field")?.Text("fieldId"),
        RankField = configuration.Get("ranking")?.Text("rankCustomFieldId") is { } rank ? $"customfield_{rank}" : null,
        FilterId = configuration.Get("filter")?.Text("id"),
    };

    /// <summary>How sentences speak of it.</summary>
    public override string ToString() => $"'{Name}' ({Id})";
}
