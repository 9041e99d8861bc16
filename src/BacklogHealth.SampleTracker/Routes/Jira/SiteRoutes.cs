using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>What is the same for the whole site: the account, the server, its fields, states and priorities.</summary>
internal static class SiteRoutes
{
    public static ImmutableArray<JiraRoute> Of(string api) =>
    [
        new("GET", api + "/myself", call => Answer.Ok(JiraUsers.Reader(call.Site))),
        new("GET", api + "/serverInfo", call => Answer.Ok(call.Site.Dialect.ServerInfo(call.Site, call.Now)), Open: true),
        new("GET", api + "/field", call => Answer.Ok(new JsonArray([.. call.Site.Fields.All.Select(f => f.Json())]))),
        new("GET", api + "/status", Statuses),
        new("GET", api + "/priority", call => Answer.Ok(new JsonArray([.. JiraTypes.Priorities.Select(p => JiraTypes.Priority(call.Site, p))]))),
    ];

    private static Answer Statuses(JiraCall call) => Answer.Ok(new JsonArray(
        [.. call.Site.Projects.SelectMany(p => p.Statuses).DistinctBy(s => s.Id).Select(s => JiraTypes.Status(call.Site, s))]));
}
