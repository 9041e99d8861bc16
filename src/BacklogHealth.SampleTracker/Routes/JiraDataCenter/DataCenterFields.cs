using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Routes.Jira;

namespace BacklogHealth.SampleTracker.Routes.JiraDataCenter;

/// <summary>The fields of the small Data Center. An epic is linked by a field of its own; only sub-tasks have a parent.</summary>
internal static class DataCenterFields
{
    /// <summary>A second field of the same name, as older sites have it.</summary>
    public static JiraField OldStoryPoints { get; } = CommonFields.Number("customfield_10206", 10206, "Story Points");

    public static JiraFields All { get; } = new(
    [
        .. CommonFields.All.Where(f => f.Id != "statuscategorychangedate").Select(f => f.Id == "parent" ? f with { Value = Parent } : f),
        new("customfield_10100", "Epic Link", "any", EpicLink) { Custom = CommonFields.Greenhopper + "gh-epic-link", CustomId = 10100, Clauses = ["cf[10100]", "Epic Link"] },
        new("customfield_10102", "Epic Name", "string", (_, issue) => issue.Item.Type == "Epic" ? issue.Item.Title : null)
        {
            Custom = CommonFields.Greenhopper + "gh-epic-label", CustomId = 10102, Clauses = ["cf[10102]", "Epic Name"],
        },
        CommonFields.Sprint("customfield_10104", 10104, "string"),
        CommonFields.Rank("customfield_10105", 10105),
        CommonFields.Number("customfield_10106", 10106, "Story Points"),
        CommonFields.Flagged("customfield_10107", 10107),
    ]);

    private static JsonNode? Parent(JiraSite site, JiraIssue issue) => issue.Item.Type == "Sub-task" ? JiraValues.Parent(site, issue) : null;

    private static JsonNode? EpicLink(JiraSite site, JiraIssue issue) =>
        issue.Item.Type != "Sub-task" && issue.Item.ParentId is { } id && site.FindIssue(id) is { } epic ? epic.Item.Key : null;
}
