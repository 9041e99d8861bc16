using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Projects and their states.</summary>
internal static class ProjectRoutes
{
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/rest/api/3/project/{project}", Get),
        new("GET", "/rest/api/3/project/{project}/statuses", Statuses),
    ];

    /// <summary>A project as an issue carries it.</summary>
    public static JsonObject Brief(JiraSite site, SampleProject project) => new()
    {
        ["self"] = site.Url("rest/api/3/project", project.Id),
        ["id"] = project.Id,
        ["key"] = project.Key,
        ["name"] = project.Name,
        ["projectTypeKey"] = "software",
        ["simplified"] = project.BoardType == "simple",
        ["avatarUrls"] = JiraUsers.Avatars(site, "project"),
    };

    private static Answer Get(Call call)
    {
        var project = Find(call);
        var json = Brief(call.Site, project);
        json["expand"] = "description,lead,issueTypes,url,projectKeys,permissions,insight";
        json["description"] = string.Empty;
        json["lead"] = JiraUsers.User(call.Site, JiraUsers.ReaderId);
        json["components"] = new JsonArray();
        json["issueTypes"] = new JsonArray([.. JiraTypes.IssueTypes.Select(t => JiraTypes.IssueType(call.Site, t))]);
        json["assigneeType"] = "UNASSIGNED";
        json["versions"] = new JsonArray([.. project.Versions.Select(v => JiraTypes.Version(call.Site, project, v))]);
        json["roles"] = new JsonObject();
        json["style"] = project.BoardType == "simple" ? "next-gen" : "classic";
        json["isPrivate"] = false;
        json["properties"] = new JsonObject();
        return Answer.Ok(json);
    }

    private static Answer Statuses(Call call)
    {
        var project = Find(call);
        return Answer.Ok(new JsonArray([.. JiraTypes.IssueTypes.Select(name =>
        {
            var type = JiraTypes.IssueType(call.Site, name);
            return new JsonObject
            {
                ["self"] = (string?)type["self"],
                ["id"] = (string?)type["id"],
                ["name"] = name,
                ["subtask"] = (bool)type["subtask"]!,
                ["statuses"] = new JsonArray([.. project.Statuses.Select(s => JiraTypes.Status(call.Site, s))]),
            };
        })]));
    }

    private static SampleProject Find(Call call) =>
        call.Site.FindProject(call.Path("project")) ?? throw JiraRefusal.NotFound($"No project could be found with key '{call.Path("project")}'.");
}
