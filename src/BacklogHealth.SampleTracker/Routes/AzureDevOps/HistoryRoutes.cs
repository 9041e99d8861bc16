using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>The history of one item, as updates and as revisions.</summary>
internal static class HistoryRoutes
{
    private const int PageLimit = 200;

    public static ImmutableArray<AzureRoute> All { get; } =
    [
        .. AzureRoute.Anywhere("GET", "wit/workItems/{id}/updates", Updates),
        .. AzureRoute.Anywhere("GET", "wit/workItems/{id}/revisions", Revisions),
    ];

    /// <summary>Updates beyond the limit cannot be read, and nothing says so.</summary>
    private static Answer Updates(AzureCall call)
    {
        var item = call.Site.Item(call);
        return AzureRoutes.List(call.Page(item.Updates.Take(call.Site.Options.UpdateLimit), PageLimit).Select(u => u.Json(call.Site, item)));
    }

    private static Answer Revisions(AzureCall call)
    {
        var item = call.Site.Item(call);
        return AzureRoutes.List(call.Page(item.Revisions, PageLimit).Select(r =>
        {
            var json = ItemRoutes.Revision(call, item, r, _ => true);
            json["url"] = FormattableString.Invariant($"{call.Site.ItemUrl(item.Id)}/revisions/{r.Rev}");
            return json;
        }));
    }
}
