using BacklogHealth.Connectors.Jira;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

/// <summary>The fields of a site, as if they had been found.</summary>
internal static class SomeFields
{
    public static JiraFields All { get; } = new(
        [
            (FieldNames.Sprint, new("customfield_20", "Sprint")),
            (FieldNames.Parent, new("customfield_14", "Epic Link")),
            (FieldNames.Rank, new("customfield_19", "Rank")),
            (FieldNames.StoryPoints, new("customfield_16", "Points")),
            (FieldNames.AcceptanceCriteria, new("customfield_30", "Criteria")),
            (FieldNames.Flagged, new("customfield_21", "Flagged")),
            (FieldNames.Team, new("customfield_11", "Squad")),
        ],
        ["customfield_50", "Reviewed By"]);
}
