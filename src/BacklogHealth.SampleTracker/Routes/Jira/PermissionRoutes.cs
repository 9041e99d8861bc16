using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>What the account may do: read, and nothing else.</summary>
internal static class PermissionRoutes
{
    private static readonly ImmutableArray<(string Key, string Name, bool Global, bool Has)> Known =
    [
        ("BROWSE_PROJECTS", "Browse Projects", false, true),
        ("VIEW_READONLY_WORKFLOW", "View Read-Only Workflow", false, true),
        ("USER_PICKER", "Browse Users", true, true),
        ("ADD_COMMENTS", "Add Comments", false, false),
        ("CREATE_ISSUES", "Create Issues", false, false),
        ("EDIT_ISSUES", "Edit Issues", false, false),
        ("DELETE_ISSUES", "Delete Issues", false, false),
        ("ADMINISTER_PROJECTS", "Administer Projects", false, false),
        ("ADMINISTER", "Administer Jira", true, false),
    ];

    public static ImmutableArray<JiraRoute> Of(string api) => [new("GET", api + "/mypermissions", Get)];

    /// <summary>Cloud tells of the permissions that are asked for and wants to be told which; Data Center tells of all.</summary>
    private static Answer Get(JiraCall call)
    {
        if ((call.Text("projectKey") ?? call.Text("projectId")) is { Length: > 0 } project && call.Site.FindProject(project) is null)
        {
            throw JiraRefusal.NotFound($"No project could be found with key '{project}'.");
        }

        var asked = call.Texts("permissions") ?? (call.Site.Dialect.IsCloud ? [] : [.. Known.Select(k => k.Key)]);
        if (asked.Count == 0)
        {
            throw JiraRefusal.BadRequest("The 'permissions' query parameter is required.");
        }

        var permissions = new JsonObject();
        for (var i = 0; i < asked.Count; i++)
        {
            var known = Known.FirstOrDefault(k => k.Key == asked[i]);
            if (known.Key is null)
            {
                throw JiraRefusal.BadRequest($"Unrecognized permission: {asked[i]}");
            }

            permissions[known.Key] = new JsonObject
            {
                ["id"] = (10 + Known.IndexOf(known)).ToString(CultureInfo.InvariantCulture),
                ["key"] = known.Key,
                ["name"] = known.Name,
                ["type"] = known.Global ? "GLOBAL" : "PROJECT",
                ["description"] = string.Empty,
                ["havePermission"] = known.Has && !call.Site.Denied.Contains(known.Key, StringComparer.Ordinal),
            };
        }

        return Answer.Ok(new JsonObject { ["permissions"] = permissions });
    }
}
