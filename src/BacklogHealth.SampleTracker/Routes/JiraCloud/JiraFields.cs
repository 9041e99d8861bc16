using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>All fields of the site, in the order in which an issue carries them.</summary>
internal static class JiraFields
{
    public const string StoryPoints = "customfield_10016";
    public const string Rank = "customfield_10019";
    public const string Sprint = "customfield_10020";

    private const string Greenhopper = "com.pyxis.greenhopper.jira:";

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
        new("description", "Description", "string", (_, issue) => issue.Item.Description is { } text ? AdfDocument.Of(text) : null) { Clauses = ["description"] },
        new("summary", "Summary", "string", (_, issue) => issue.Item.Title) { Clauses = ["summary"] },
        new("creator", "Creator", "user", (site, issue) => JiraUsers.User(site, issue.CreatorId)) { Clauses = ["creator"] },
        new("reporter", "Reporter", "user", (site, issue) => JiraUsers.User(site, issue.CreatorId)) { Clauses = ["reporter"] },
        new("subtasks", "Sub-tasks", "array", JiraValues.Subtasks) { Items = "issuelinks", Clauses = ["subtasks"] },
        new("duedate", "Due date", "date", (_, issue) => issue.Item.Due is { } day ? JiraDates.Day(day) : null) { Clauses = ["due", "duedate"] },
        new("attachment", "Attachment", "array", (_, _) => new JsonArray()) { Items = "attachment", Clauses = ["attachments"], Navigable = false },
        new("comment", "Comment", "comments-page", CommentRoutes.Container) { Clauses = ["comment"], Navigable = false },
        new(StoryPoints, "Story point estimate", "number", (_, issue) => issue.Item.StoryPoints is { } points ? JsonValue.Create(points) : null)
        {
            Custom = Greenhopper + "jsw-story-points", CustomId = 10016, Clauses = ["cf[10016]", "Story point estimate"],
        },
        new(Rank, "Rank", "any", (_, issue) => issue.Item.Rank) { Custom = Greenhopper + "gh-lexo-rank", CustomId = 10019, Clauses = ["cf[10019]", "Rank"] },
        new(Sprint, "Sprint", "array", JiraValues.Sprints)
        {
            Items = "json", Custom = Greenhopper + "gh-sprint", CustomId = 10020, Clauses = ["cf[10020]", "Sprint"],
        },
    ];

    private static readonly ImmutableDictionary<string, int> Order = All.Select((field, i) => (field.Id, i)).ToImmutableDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);

    /// <summary>The fields that a list of ids, <c>*all</c>, <c>*navigable</c> and exclusions (<c>-comment</c>) names, in the site's order. Unknown ids are ignored.</summary>
    public static ImmutableArray<JiraField> Named(IReadOnlyList<string> names)
    {
        var wanted = new SortedSet<int>();
        var first = names.Count > 0 ? names[0] : string.Empty;
        if (first.StartsWith('-'))
        {
            wanted.UnionWith(Where(f => f.Navigable));
        }

        foreach (var name in names)
        {
            switch (name)
            {
                case "*all":
                    wanted.UnionWith(Where(_ => true));
                    break;
                case "*navigable":
                    wanted.UnionWith(Where(f => f.Navigable));
                    break;
                case ['-', .. var excluded]:
                    wanted.RemoveWhere(i => All[i].Id == excluded);
                    break;
                default:
                    wanted.UnionWith(Where(f => f.Id == name));
                    break;
            }
        }

        return [.. wanted.Select(i => All[i])];
    }

    private static IEnumerable<int> Where(Func<JiraField, bool> holds) => All.Where(holds).Select(f => Order[f.Id]);
}
