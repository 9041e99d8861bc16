using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Routes.Jira;
using BacklogHealth.SampleTracker.Routes.Jira.Jql;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Search by query. Paging goes on after the last issue given, so that a change between two pages neither skips nor repeats an issue that kept its place.</summary>
internal static class SearchRoutes
{
    private const string Removed =
        "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046";

    private static readonly ImmutableArray<string> LightFields = ["id", "key", "updated", CloudFields.All.Rank.Id];

    public static ImmutableArray<JiraRoute> All { get; } =
    [
        new("GET", "/rest/api/3/search/jql", Search),
        new("POST", "/rest/api/3/search/jql", Search),
        new("POST", "/rest/api/3/search/approximate-count", Count),
        .. from version in ImmutableArray.Create("2", "3", "latest")
           from method in ImmutableArray.Create("GET", "POST")
           select new JiraRoute(method, $"/rest/api/{version}/search", _ => JiraRefusal.With(410, Removed)),
    ];

    /// <summary>The bounded query of a call.</summary>
    /// <exception cref="JiraRefusal">It cannot be read, or it has no restriction.</exception>
    private static (Func<JiraIssue, bool> Where, IComparer<JiraIssue> Order) Query(JiraCall call, string jql)
    {
        var query = JqlQuery.Parse(jql, call.Site, call.Now);
        return query.Where is { } where
            ? (where, query.Order)
            : throw JiraRefusal.BadRequest("Unbounded JQL queries are not allowed here. Please add a search restriction to your query.");
    }

    private static Answer Search(JiraCall call)
    {
        var jql = call.Text("jql") ?? string.Empty;
        var (where, order) = Query(call, jql);
        var names = call.Texts("fields") ?? ["id"];
        var size = call.PageSize(names.All(n => LightFields.Contains(n, StringComparer.Ordinal)) ? 5000 : 100, 50);
        IEnumerable<JiraIssue> found = call.Site.Issues.Where(call.Finds).Where(where).Order(order);
        if (call.Text("nextPageToken") is { Length: > 0 } token)
        {
            var last = call.Site.FindIssue(FormattableString.Invariant($"{PageTokens.Position(jql, token)}"))
                ?? throw JiraRefusal.BadRequest(PageTokens.Invalid);
            found = found.SkipWhile(issue => order.Compare(issue, last) <= 0);
        }

        var page = found.Take(size + 1).ToList();
        var isLast = page.Count <= size;
        var fields = call.Site.Fields.Named(names);
        var json = new JsonObject
        {
            ["issues"] = new JsonArray([.. page.Take(size).Select(issue => names is ["id"] ? new JsonObject { ["id"] = issue.Item.Id } : IssueRoutes.Json(call, issue, fields))]),
        };
        if (!isLast)
        {
            json["nextPageToken"] = PageTokens.Make(jql, page[size - 1].NumericId);
        }

        json["isLast"] = isLast;
        return Answer.Ok(json);
    }

    private static Answer Count(JiraCall call) =>
        Answer.Ok(new JsonObject { ["count"] = call.Site.Issues.Where(call.Finds).Count(Query(call, call.Text("jql") ?? string.Empty).Where) });
}
