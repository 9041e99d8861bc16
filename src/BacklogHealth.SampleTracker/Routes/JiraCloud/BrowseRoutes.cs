using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>The page of an issue for people, open to everybody, so that links in a report can be followed while the sample runs.</summary>
internal static class BrowseRoutes
{
    public static ImmutableArray<Route> All { get; } = [new("GET", "/browse/{issue}", Browse, Open: true)];

    private static Answer Browse(Call call)
    {
        var page = call.Site.FindIssue(call.Path("issue")) is { } issue
            ? Answer.Html(200, IssuePage.Of(call.Site, issue))
            : Answer.Html(404, IssuePage.Missing(call.Path("issue")));
        return page.With("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    }
}
