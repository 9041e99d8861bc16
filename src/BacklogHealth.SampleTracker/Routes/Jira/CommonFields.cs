using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>The fields of every Jira, in the order in which an issue carries them, and the kinds of custom fields that both know.</summary>
internal static class CommonFields
{
    public const string Greenhopper = "com.pyxis.greenhopper.jira:";

    private const string System = "com.atlassian.jira.plugin.system.customfieldtypes:";

    public static ImmutableArray<JiraField> All { get; } =
    [
        new("statuscategorychangedate", "Status Category Changed", "datetime", JiraMoments.StatusCategoryChanged) { Clauses = ["statusCategoryChangedDate"] },
        new("issuetype", "Issue Type", "issuetype", (site, issue) => JiraTypes.IssueType(site, issue.Item.Type)) { Clauses = ["issuetype", "type"] },
        new("parent", "Parent", "issuelink", JiraValues.Parent) { Clauses = ["parent"] },
        new("project", "Project", "project", (site, issue) => ProjectRoutes.Brief(site, issue.Project)) { Clauses = ["project"] },
        new("fixVersions", "Fix versions", "array", JiraValues.FixVersions) { Items = "version", Clauses = ["fixVersion"] },
        new("resolution", "Resolution", "resolution", (site, issue) => JiraTypes.Resolution(site, issue.Item.Resolution)) { Clauses = ["resolution"] },
        new("resolutiondate", "Resolved", "datetime", JiraMoments.Resolved) { Clauses = ["resolutiondate", "resolved"] },
        new("created", "Created", "datetime", (site, issue) => JiraDates.Text(issue.Item.Created, site.Zone)) { Clauses = ["created", "createdDate"] },
        new("updated", "Updated", "datetime", (site, issue) => JiraDates.Text(issue.Item.Updated, site.Zone)) { Clauses = ["updated", "updatedDate"] },
        new("priority", "Priority", "priority", (site, issue) => JiraTypes.Priority(site, issue.Item.Priority)) { Clauses = ["priority"] },
        new("labels", "Labels", "array", (_, issue) => new JsonArray([.. issue.Item.Labels.Select(l => (JsonNode)l)])) { Items = "string", Clauses = ["labels"] },
        new("issuelinks", "Linked Issues", "array", JiraValues.Links) { Items = "issuelinks", Clauses = ["issueLinkType"] },
        new("assignee", "Assignee", "user", (_, _) => null) { Clauses = ["assignee"] },
        new("status", "Status", "status", (site, issue) => JiraTypes.Status(site, issue.Status)) { Clauses = ["status"] },
        new("description", "Description", "string", (site, issue) => issue.Item.Description is { } text ? site.Dialect.Text(text) : null) { Clauses = ["description"] },
        new("summary", "Summary", "string", (_, issue) => issue.Item.Title) { Clauses = ["summary"] },
        new("creator", "Creator", "user", (site, issue) => JiraUsers.User(site, issue.CreatorId)) { Clauses = ["creator"] },
        new("reporter", "Reporter", "user", (site, issue) => JiraUsers.User(site, issue.CreatorId)) { Clauses = ["reporter"] },
        new("subtasks", "Sub-tasks", "array", JiraValues.Subtasks) { Items = "issuelinks", Clauses = ["subtasks"] },
        new("duedate", "Due date", "date", (_, issue) => issue.Item.Due is { } day ? JiraDates.Day(day) : null) { Clauses = ["due", "duedate"] },
        new("attachment", "Attachment", "array", JiraValues.Attachments) { Items = "attachment", Clauses = ["attachments"], Navigable = false },
        new("comment", "Comment", "comments-page", CommentRoutes.Container) { Clauses = ["comment"], Navigable = false },
    ];

    public static JsonNode? Estimate(JiraSite site, JiraIssue issue) => issue.Item.StoryPoints is { } points ? JsonValue.Create(points) : null;

    public static JiraField Number(string id, int number, string name) => new(id, name, "number", Estimate)
    {
        Custom = System + "float",
        CustomId = number,
        Clauses = [Clause(number), name],
    };

    public static JiraField Rank(string id, int number) => new(id, "Rank", "any", (_, issue) => issue.Item.Rank)
    {
        Custom = Greenhopper + "gh-lexo-rank",
        CustomId = number,
        Clauses = [Clause(number), "Rank"],
    };

    public static JiraField Sprint(string id, int number, string items) => new(id, "Sprint", "array", JiraValues.Sprints)
    {
        Items = items,
        Custom = Greenhopper + "gh-sprint",
        CustomId = number,
        Clauses = [Clause(number), "Sprint"],
    };

    public static JiraField Flagged(string id, int number) => new(id, "Flagged", "array", JiraValues.Flagged)
    {
        Items = "option",
        Custom = System + "multicheckboxes",
        CustomId = number,
        Clauses = [Clause(number), "Flagged"],
    };

    private static string Clause(int number) => string.Create(CultureInfo.InvariantCulture, $"cf[{number}]");
}
