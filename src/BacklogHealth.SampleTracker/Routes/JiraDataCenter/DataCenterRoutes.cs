using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Routes.Jira;

namespace BacklogHealth.SampleTracker.Routes.JiraDataCenter;

/// <summary>All routes of the small Jira Data Center.</summary>
internal static class DataCenterRoutes
{
    private const string Api = "/rest/api/2";

    public static ImmutableArray<JiraRoute> Of(JiraDataCenterOptions options) =>
    [
        .. SiteRoutes.Of(Api),
        .. PermissionRoutes.Of(Api),
        .. ProjectRoutes.Of(Api),
        new("GET", Api + "/project", call => Answer.Ok(new JsonArray([.. call.Site.Projects.Select(p => ProjectRoutes.Listed(call.Site, p))]))),
        .. SearchRoutes.Of(Api, options),
        .. IssueRoutes.Of(Api),
        .. options.HasHistoryPages ? ChangelogRoutes.Of(Api) : [],
        .. CommentRoutes.Of(Api),
        .. FilterRoutes.Of(Api),
        .. BoardRoutes.All,
        .. BrowseRoutes.All,
    ];
}
