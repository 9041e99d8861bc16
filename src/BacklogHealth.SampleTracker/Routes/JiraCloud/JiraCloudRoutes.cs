using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Routes.Jira;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>All routes of the small Jira Cloud, in the order of the vendor's documentation.</summary>
internal static class JiraCloudRoutes
{
    private const string Api = "/rest/api/3";

    public static ImmutableArray<JiraRoute> All { get; } =
    [
        .. SiteRoutes.Of(Api),
        .. PermissionRoutes.Of(Api),
        .. ProjectRoutes.Of(Api),
        new("GET", Api + "/project/search", ProjectSearch),
        .. SearchRoutes.All,
        .. IssueRoutes.Of(Api),
        .. BulkRoutes.All,
        .. ChangelogRoutes.Of(Api),
        .. CommentRoutes.Of(Api),
        .. FilterRoutes.Of(Api),
        .. BoardRoutes.All,
        .. BrowseRoutes.All,
        new("GET", "/_edge/tenant_info", call => Answer.Ok(new JsonObject { ["cloudId"] = Hash.Guid(call.Site.Name).ToString() }), Open: true),
    ];

    /// <summary>Projects in pages, by key.</summary>
    private static Answer ProjectSearch(JiraCall call)
    {
        var keys = call.Texts("keys");
        var projects = call.Site.Projects.Where(p => keys?.Contains(p.Key, StringComparer.OrdinalIgnoreCase) != false)
            .Where(p => call.Text("query") is not { Length: > 0 } word || (p.Key + " " + p.Name).Contains(word, StringComparison.OrdinalIgnoreCase))
            .OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        return Answer.Ok(OffsetPage.Of(call, projects, 100, "rest/api/3/project/search", p => ProjectRoutes.Listed(call.Site, p)));
    }
}
