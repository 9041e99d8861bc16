using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Values of fields that refer to something else: parents, links, sub-tasks, sprints, releases.</summary>
internal static class JiraValues
{
    public static JsonNode? Parent(JiraSite site, JiraIssue issue) =>
        issue.Item.ParentId is { } id && site.FindIssue(id) is { } parent ? Reference(site, parent) : null;

    public static JsonNode? FixVersions(JiraSite site, JiraIssue issue) =>
        new JsonArray([.. issue.Project.Versions.Where(v => issue.Item.FixVersions.Contains(v.Name, StringComparer.Ordinal)).Select(v => JiraTypes.Version(site, issue.Project, v))]);

    public static JsonNode? Links(JiraSite site, JiraIssue issue) => new JsonArray([.. site.LinksOf(issue).Select(link => new JsonObject
    {
        ["id"] = link.Id,
        ["self"] = site.Url("rest/api/3/issueLink", link.Id),
        ["type"] = link.Type.Json(site),
        [link.Outward ? "outwardIssue" : "inwardIssue"] = Reference(site, link.Other),
    })]);

    public static JsonNode? Subtasks(JiraSite site, JiraIssue issue) =>
        new JsonArray([.. site.ChildrenOf(issue).Where(c => c.Item.Type == "Sub-task").Select(c => Reference(site, c))]);

    public static JsonNode? Sprints(JiraSite site, JiraIssue issue)
    {
        var sprints = issue.Project.Sprints.Where(s => issue.Item.SprintIds.Contains(s.Id)).ToList();
        return sprints.Count == 0 ? null : new JsonArray([.. sprints.Select(s => BoardRoutes.SprintValue(s, issue.Project.BoardId))]);
    }

    private static JsonObject Reference(JiraSite site, JiraIssue issue) => new()
    {
        ["id"] = issue.Item.Id,
        ["key"] = issue.Item.Key,
        ["self"] = site.Url("rest/api/3/issue", issue.Item.Id),
        ["fields"] = new JsonObject
        {
            ["summary"] = issue.Item.Title,
            ["status"] = JiraTypes.Status(site, issue.Status),
            ["priority"] = JiraTypes.Priority(site, issue.Item.Priority),
            ["issuetype"] = JiraTypes.IssueType(site, issue.Item.Type),
        },
    };
}
