using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Routes.Jira;
using BacklogHealth.SampleTracker.Routes.Jira.Jql;

namespace BacklogHealth.SampleTracker.Routes.JiraDataCenter;

/// <summary>Search by query, read by offset: a change between two pages may skip or repeat an issue, as it does on the real one.</summary>
internal static class SearchRoutes
{
    public static ImmutableArray<JiraRoute> Of(string api, JiraDataCenterOptions options) =>
    [
        new("GET", api + "/search", call => Search(call, options.SearchLimit)),
        new("POST", api + "/search", call => Search(call, options.SearchLimit)),
    ];

    private static Answer Search(JiraCall call, int most)
    {
        var query = JqlQuery.Parse(call.Text("jql") ?? string.Empty, call.Site, call.Now, isChecked: call.Text("validateQuery") is null || call.Flag("validateQuery"));
        var found = call.Site.Issues.Where(call.Finds).Where(i => query.Where?.Invoke(i) != false).Order(query.Order).ToList();
        var start = Math.Max(0, call.Number("startAt", 0));
        var size = Math.Min(Math.Clamp(call.Number("maxResults", 50), 0, most), call.PageLimit);
        var fields = call.Site.Fields.Named(call.Texts("fields") ?? ["*navigable"]);
        return Answer.Ok(new JsonObject
        {
            ["expand"] = "schema,names",
            ["startAt"] = start,
            ["maxResults"] = size,
            ["total"] = found.Count,
            ["issues"] = new JsonArray([.. found.Skip(start).Take(size).Select(issue => IssueRoutes.Json(call, issue, fields))]),
        });
    }
}
