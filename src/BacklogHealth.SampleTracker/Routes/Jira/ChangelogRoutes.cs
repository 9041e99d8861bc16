using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>The history of one issue, in pages from the oldest entry on.</summary>
internal static class ChangelogRoutes
{
    private const int PageLimit = 100;

    public static ImmutableArray<JiraRoute> Of(string api) => [new("GET", api + "/issue/{issue}/changelog", Get)];

    private static Answer Get(JiraCall call)
    {
        var issue = call.Site.Issue(call.Path("issue"));
        var path = $"{call.Site.Dialect.Api[1..]}/issue/{issue.Item.Id}/changelog";
        return Answer.Ok(OffsetPage.Of(call, JiraHistory.Of(issue), PageLimit, path, e => e.Json(call.Site)));
    }
}
