using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Projects and their states.</summary>
internal static class ProjectRoutes
{
    public static ImmutableArray<JiraRoute> Of(string api) =>
    [
        new("GET", api + "/project/{project}", Get),
        new("GET", api + "/project/{project}/statuses", Statuses),
        new("GET", api + "/project/{project}/versions", call => Answer.Ok(Versions(call.Site, Find(call)))),
    ];

    /// <summary>A project as an issue carries it.</summary>
    public static JsonObject Brief(JiraSite site, SampleProject project)
    {
        var json = new JsonObject
        {
            ["self"] = site.Api("project", project.Id),
            ["id"] = project.Id,
            ["key"] = project.Key,
            ["name"] = project.Name,
            ["projectTypeKey"] = "software",
        };
        if (site.Dialect.IsCloud)
        {
            json["simplified"] = project.BoardType == "simple";
        }

        json["avatarUrls"] = JiraUsers.Avatars(site, "project");
        return json;
    }

    /// <summary>A project as a list gives it.</summary>
    public static JsonObject Listed(JiraSite site, SampleProject project)
    {
        var json = Brief(site, project);
        json["expand"] = "description,lead,issueTypes,url,projectKeys";
        if (site.Dialect.IsCloud)
        {
            AddCloud(json, project);
        }

        return json;
    }

    private static Answer Get(JiraCall call)
    {
        var project = Find(call);
        var json = Brief(call.Site, project);
        json["expand"] = "description,lead,issueTypes,url,projectKeys,permissions,insight";
        json["description"] = string.Empty;
        json["lead"] = JiraUsers.User(call.Site, JiraUsers.ReaderId);
        json["components"] = new JsonArray();
        json["issueTypes"] = new JsonArray([.. JiraTypes.IssueTypes.Select(t => JiraTypes.IssueType(call.Site, t))]);
        json["assigneeType"] = "UNASSIGNED";
        json["versions"] = Versions(call.Site, project);
        json["roles"] = new JsonObject();
        if (call.Site.Dialect.IsCloud)
        {
            AddCloud(json, project);
        }

        return Answer.Ok(json);
    }

    private static JsonArray Versions(JiraSite site, SampleProject project) => new([.. project.Versions.Select(v => JiraTypes.Version(site, project, v))]);

    private static void AddCloud(JsonObject json, SampleProject project)
    {
        json["style"] = project.BoardType == "simple" ? "next-gen" : "classic";
        json["isPrivate"] = false;
        json["properties"] = new JsonObject();
    }

    private static Answer Statuses(JiraCall call)
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

    /// <exception cref="JiraRefusal">There is none, or the account may not see it.</exception>
    private static SampleProject Find(JiraCall call) =>
        call.Site.FindProject(call.Path("project")) ?? throw JiraRefusal.NotFound($"No project could be found with key '{call.Path("project")}'.");
}
