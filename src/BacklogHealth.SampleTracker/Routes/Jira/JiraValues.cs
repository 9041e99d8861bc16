using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

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
        ["self"] = site.Api("issueLink", link.Id),
        ["type"] = link.Type.Json(site),
        [link.Outward ? "outwardIssue" : "inwardIssue"] = Reference(site, link.Other),
    })]);

    public static JsonNode? Subtasks(JiraSite site, JiraIssue issue) =>
        new JsonArray([.. site.ChildrenOf(issue).Where(c => c.Item.Type == "Sub-task").Select(c => Reference(site, c))]);

    public static JsonNode? Sprints(JiraSite site, JiraIssue issue)
    {
        var sprints = issue.Project.Sprints.Where(s => issue.Item.SprintIds.Contains(s.Id)).ToList();
        return sprints.Count == 0 ? null : new JsonArray([.. sprints.Select(s => site.Dialect.Sprint(s, issue.Project.BoardId))]);
    }

    /// <summary>The flag of an issue is the one option that is ticked; null where none is.</summary>
    public static JsonNode? Flagged(JiraSite site, JiraIssue issue) => issue.Item.IsFlagged
        ? new JsonArray(new JsonObject { ["self"] = site.Api("customFieldOption", "10019"), ["value"] = "Impediment", ["id"] = "10019" })
        : null;

    public static JsonNode? Attachments(JiraSite site, JiraIssue issue) => new JsonArray([.. issue.Item.Attachments.Select(file => new JsonObject
    {
        ["self"] = site.Api("attachment", file.Id),
        ["id"] = file.Id,
        ["filename"] = file.FileName,
        ["author"] = JiraUsers.User(site, file.AuthorId),
        ["created"] = JiraDates.Text(file.At, site.Zone),
        ["size"] = 1024,
        ["mimeType"] = "application/octet-stream",
        ["content"] = site.Api("attachment/content", file.Id),
    })]);

    private static JsonObject Reference(JiraSite site, JiraIssue issue) => new()
    {
        ["id"] = issue.Item.Id,
        ["key"] = issue.Item.Key,
        ["self"] = site.Api("issue", issue.Item.Id),
        ["fields"] = new JsonObject
        {
            ["summary"] = issue.Item.Title,
            ["status"] = JiraTypes.Status(site, issue.Status),
            ["priority"] = JiraTypes.Priority(site, issue.Item.Priority),
            ["issuetype"] = JiraTypes.IssueType(site, issue.Item.Type),
        },
    };
}
