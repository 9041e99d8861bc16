using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Saved filters: those that give boards their issues.</summary>
internal static class FilterRoutes
{
    public static ImmutableArray<JiraRoute> Of(string api) => [new("GET", api + "/filter/{filter}", Get)];

    private static Answer Get(JiraCall call)
    {
        var id = call.Path("filter");
        var board = call.Site.Boards.FirstOrDefault(b => b.FilterId == id)
            ?? throw JiraRefusal.NotFound($"The selected filter is not available to you, perhaps it has been deleted or had its permissions changed.");
        return Answer.Ok(new JsonObject
        {
            ["self"] = call.Site.Api("filter", id),
            ["id"] = id,
            ["name"] = "Filter for " + board.Board.Name,
            ["owner"] = JiraUsers.User(call.Site, JiraUsers.ReaderId),
            ["jql"] = board.FilterJql,
            ["viewUrl"] = call.Site.Url("issues/?filter=" + id),
            ["searchUrl"] = call.Site.Api("search?jql=" + Uri.EscapeDataString(board.FilterJql)),
            ["favourite"] = false,
            ["sharePermissions"] = new JsonArray(),
        });
    }
}
