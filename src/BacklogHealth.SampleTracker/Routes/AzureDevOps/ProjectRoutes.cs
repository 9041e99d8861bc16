using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>Projects and their teams.</summary>
internal static class ProjectRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        new("GET", "/_apis/projects", List),
        new("GET", "/_apis/projects/{project}", Get),
        new("GET", "/_apis/projects/{project}/teams", call => AzureRoutes.List(call.Page([call.Project!], 100).Select(p => Team(call.Site, p)))),
        new("GET", "/_apis/projects/{project}/teams/{team}", call => Answer.Ok(Team(call.Site, call.Team))),
        new("GET", "/_apis/teams", call => AzureRoutes.List(call.Page(call.Site.Projects, 100).Select(p => Team(call.Site, p)))),
    ];

    public static JsonObject Brief(AzureSite site, AzureProject project) => new()
    {
        ["id"] = project.Id.ToString(),
        ["name"] = project.Name,
        ["url"] = Url(site, project),
        ["state"] = "wellFormed",
        ["revision"] = 11,
        ["visibility"] = "private",
        ["lastUpdateTime"] = "2024-01-08T09:00:00Z",
    };

    public static string Url(AzureSite site, AzureProject project) => site.Url("_apis/projects/" + project.Id);

    public static string TeamUrl(AzureSite site, AzureProject project) => $"{Url(site, project)}/teams/{project.TeamId}";

    private static Answer List(AzureCall call)
    {
        var page = call.Page(call.Site.Projects, 100).ToList();
        var answer = AzureRoutes.List(page.Select(p => Brief(call.Site, p)));
        var end = Math.Max(0, call.Number("$skip", 0)) + page.Count;
        return end < call.Site.Projects.Length ? answer.With("x-ms-continuationtoken", FormattableString.Invariant($"{end}")) : answer;
    }

    private static Answer Get(AzureCall call)
    {
        var project = call.Project!;
        var json = Brief(call.Site, project);
        if (call.Flag("includeCapabilities"))
        {
            json["capabilities"] = new JsonObject
            {
                ["processTemplate"] = new JsonObject
                {
                    ["templateName"] = project.Types.Process is AzureProcess.Cmmi ? "CMMI" : project.Types.Process.ToString(),
                    ["templateTypeId"] = Hash.Guid("process " + project.Types.Process).ToString(),
                },
                ["versioncontrol"] = new JsonObject { ["sourceControlType"] = "Git", ["gitEnabled"] = "True", ["tfvcEnabled"] = "False" },
            };
        }

        json["_links"] = new JsonObject
        {
            ["self"] = new JsonObject { ["href"] = Url(call.Site, project) },
            ["web"] = new JsonObject { ["href"] = call.Site.Url(Uri.EscapeDataString(project.Name)) },
        };
        json["defaultTeam"] = new JsonObject { ["id"] = project.TeamId.ToString(), ["name"] = project.TeamName, ["url"] = TeamUrl(call.Site, project) };
        return Answer.Ok(json);
    }

    private static JsonObject Team(AzureSite site, AzureProject project) => new()
    {
        ["id"] = project.TeamId.ToString(),
        ["name"] = project.TeamName,
        ["url"] = TeamUrl(site, project),
        ["description"] = "The default project team.",
        ["identityUrl"] = site.Url("_apis/Identities/" + project.TeamId),
        ["projectName"] = project.Name,
        ["projectId"] = project.Id.ToString(),
    };
}
