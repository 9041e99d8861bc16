using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>What is the same for the whole site: the account, the server, its fields, states and priorities.</summary>
internal static class SiteRoutes
{
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/rest/api/3/myself", call => Answer.Ok(JiraUsers.Reader(call.Site))),
        new("GET", "/rest/api/3/serverInfo", ServerInfo, Open: true),
        new("GET", "/rest/api/3/field", _ => Answer.Ok(new JsonArray([.. JiraFields.All.Select(f => f.Json())]))),
        new("GET", "/rest/api/3/status", Statuses),
        new("GET", "/rest/api/3/priority", call => Answer.Ok(new JsonArray([.. JiraTypes.Priorities.Select(p => JiraTypes.Priority(call.Site, p))]))),
    ];

    private static Answer ServerInfo(Call call) => Answer.Ok(new JsonObject
    {
        ["baseUrl"] = call.Site.BaseUrl.GetLeftPart(UriPartial.Authority),
        ["version"] = "1001.0.0-SNAPSHOT",
        ["versionNumbers"] = new JsonArray(1001, 0, 0),
        ["deploymentType"] = "Cloud",
        ["buildNumber"] = 100_260,
        ["buildDate"] = "2026-01-05T00:00:00.000+0000",
        ["serverTime"] = JiraDates.Text(call.Now, call.Site.Zone),
        ["serverTimeZone"] = call.Site.Zone.Id,
        ["scmInfo"] = "0000000000000000000000000000000000000000",
        ["serverTitle"] = call.Site.Name,
    });

    private static Answer Statuses(Call call) => Answer.Ok(new JsonArray(
        [.. call.Site.Projects.SelectMany(p => p.Statuses).DistinctBy(s => s.Id).Select(s => JiraTypes.Status(call.Site, s))]));
}
