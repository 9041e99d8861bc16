using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>What was deleted and can be restored.</summary>
internal static class RecycleBinRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        .. AzureRoute.Anywhere("GET", "wit/recyclebin", List),
        .. AzureRoute.Anywhere("GET", "wit/recyclebin/{id}", Get),
    ];

    /// <summary>All of a project, or, asked for by id, what each id is about.</summary>
    private static Answer List(AzureCall call)
    {
        var deleted = call.Site.Deleted.Where(i => call.Project is null || i.Project == call.Project);
        return call.Texts("ids") is { } ids
            ? AzureRoutes.List(ids.Select(id => deleted.FirstOrDefault(i => i.Sample.Id == id) is { } item ? Reference(call, item) : Missing(id)))
            : AzureRoutes.List(deleted.Select(i => new JsonObject { ["id"] = i.Id, ["url"] = Url(call, i) }));
    }

    private static Answer Get(AzureCall call)
    {
        var id = call.Path("id");
        var item = call.Site.Deleted.FirstOrDefault(i => i.Sample.Id == id)
            ?? throw AzureRefusal.NotFound($"VS404008: Work item {id} was not found in the recycle bin or you do not have permission to see it.");
        var json = Reference(call, item);
        json["resource"] = ItemRoutes.Json(call, item);
        return Answer.Ok(json);
    }

    private static JsonObject Reference(AzureCall call, AzureItem item) => new()
    {
        ["id"] = item.Id,
        ["code"] = 200,
        ["type"] = item.Type,
        ["name"] = item.Sample.Title,
        ["project"] = item.Project.Name,
        ["deletedDate"] = item.Sample.Deleted!.Value.UtcDateTime.ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture),
        ["deletedBy"] = new AzureIdentity(item.Last.AuthorId).Text(),
        ["url"] = Url(call, item),
    };

    private static JsonObject Missing(string id) => new()
    {
        ["id"] = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw AzureRefusal.BadRequest($"The value '{id}' is not valid for the id of a work item."),
        ["code"] = 404,
        ["message"] = $"VS404008: Work item {id} was not found in the recycle bin or you do not have permission to see it.",
    };

    private static string Url(AzureCall call, AzureItem item) => call.Site.Url(FormattableString.Invariant($"_apis/wit/recycleBin/{item.Id}"));
}
