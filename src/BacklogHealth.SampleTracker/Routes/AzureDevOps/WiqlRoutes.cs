using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Routes.AzureDevOps.Wiql;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>Queries. They give ids only, and refuse to give more than the limit, rather than to cut.</summary>
internal static class WiqlRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        new("POST", "/_apis/wit/wiql", Run),
        .. AzureRoute.OfTeam("POST", "wit/wiql", Run),
    ];

    private static Answer Run(AzureCall call)
    {
        _ = call.Project is null ? null : call.Team;
        var query = WiqlQuery.Parse(call.Text("query") ?? string.Empty, call);
        var delay = call.Site.IndexDelay;
        var found = call.Site.Items.Where(i => delay == TimeSpan.Zero || i.Last.At + delay <= call.Now).Where(i => query.Where(i.Last)).ToList();
        found.Sort((a, b) => query.Compare(a.Last, b.Last));
        var limit = call.Site.Options.QueryLimit;
        var top = call.Number("$top", int.MaxValue);
        if (found.Count > limit && top >= limit)
        {
            throw AzureRefusal.TooManyFound(limit);
        }

        return Answer.Ok(new JsonObject
        {
            ["queryType"] = "flat",
            ["queryResultType"] = "workItem",
            ["asOf"] = AzureFields.Moment(call.Now),
            ["columns"] = new JsonArray([.. query.Columns.Select(c => c.Reference(call.Site))]),
            ["sortColumns"] = new JsonArray([.. query.Order.Select(o => new JsonObject { ["field"] = o.Field.Reference(call.Site), ["descending"] = o.Descending })]),
            ["workItems"] = new JsonArray([.. found.Take(top).Select(i => new JsonObject { ["id"] = i.Id, ["url"] = call.Site.ItemUrl(i.Id) })]),
        });
    }
}
