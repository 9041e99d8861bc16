using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>All routes of the small Azure DevOps, in the order of the vendor's areas.</summary>
internal static class AzureRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        .. DiscoveryRoutes.All,
        .. ProjectRoutes.All,
        .. TeamRoutes.All,
        .. BoardRoutes.All,
        .. ProcessRoutes.All,
        .. ClassificationRoutes.All,
        .. FieldRoutes.All,
        .. WiqlRoutes.All,
        .. ItemRoutes.All,
        .. HistoryRoutes.All,
        .. CommentRoutes.All,
        .. ReportingRoutes.All,
        .. RecycleBinRoutes.All,
        .. EditRoutes.All,
    ];

    /// <summary>A list as Azure DevOps writes it.</summary>
    public static Answer List(IEnumerable<JsonNode?> values)
    {
        var list = new JsonArray([.. values]);
        return Answer.Ok(new JsonObject { ["count"] = list.Count, ["value"] = list });
    }
}
