using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Ids of the fields that differ from site to site; null where a site has none.</summary>
/// <param name="Sprint">Sprints.</param>
/// <param name="EpicLink">The epic, on sites that keep it apart from the parent.</param>
/// <param name="Rank">Backlog order.</param>
/// <param name="StoryPoints">The estimate.</param>
/// <param name="AcceptanceCriteria">Acceptance criteria as a field of their own.</param>
internal sealed record JiraFields(string? Sprint, string? EpicLink, string? Rank, string? StoryPoints, string? AcceptanceCriteria)
{
    private static readonly string[] OfEverySite =
    [
        "summary", "description", "issuetype", "status", "project", "created", "updated", "parent", "priority", "resolution", "duedate",
        "fixVersions", "labels", "issuelinks", "attachment", "comment",
    ];

    /// <summary>All fields that are asked for.</summary>
    public ImmutableArray<string> Asked => [.. OfEverySite, .. new[] { Sprint, EpicLink, Rank, StoryPoints, AcceptanceCriteria }.OfType<string>()];

    /// <summary>The product's name for a field of a change; null where it has none.</summary>
    /// <param name="id">The field's id, as far as the change has one.</param>
    /// <param name="name">Jira's own name, which histories keep in English for system fields.</param>
    public string? NameOf(string? id, string name) => id switch
    {
        null => ByName(name),
        _ when id == Sprint => FieldNames.Sprint,
        _ when id == EpicLink => FieldNames.Parent,
        _ when id == Rank => FieldNames.Rank,
        _ when id == StoryPoints => FieldNames.StoryPoints,
        _ when id == AcceptanceCriteria => FieldNames.AcceptanceCriteria,
        _ when id.StartsWith("customfield_", StringComparison.Ordinal) => null,
        _ => ByName(id) ?? ByName(name),
    };

    private static string? ByName(string name) => name switch
    {
        "status" => FieldNames.State,
        "summary" => FieldNames.Title,
        "description" => FieldNames.Description,
        "Sprint" => FieldNames.Sprint,
        "parent" or "Parent" or "IssueParentAssociation" or "Epic Link" => FieldNames.Parent,
        "Rank" => FieldNames.Rank,
        "issuetype" => FieldNames.Type,
        "Key" or "issuekey" => FieldNames.Key,
        "resolution" => FieldNames.Resolution,
        "priority" => FieldNames.Priority,
        "duedate" => FieldNames.Due,
        "labels" => FieldNames.Labels,
        "Fix Version" or "fixVersions" => FieldNames.FixVersion,
        _ => null,
    };
}
