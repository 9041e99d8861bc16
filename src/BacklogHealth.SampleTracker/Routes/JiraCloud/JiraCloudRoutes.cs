using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>All routes of the small Jira Cloud, in the order of the vendor's documentation.</summary>
internal static class JiraCloudRoutes
{
    public static ImmutableArray<Route> All { get; } =
    [
        .. SiteRoutes.All,
        .. ProjectRoutes.All,
        .. SearchRoutes.All,
        .. IssueRoutes.All,
        .. ChangelogRoutes.All,
        .. CommentRoutes.All,
        .. BoardRoutes.All,
        .. BrowseRoutes.All,
    ];

    /// <summary>What any other path answers.</summary>
    public static Route Unknown { get; } = new("*", "{**path}", call => throw JiraRefusal.NotFound("null for uri: " + call.Site.BaseUrl + call.Path("path")), Open: true);
}
