using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>How clients find their way: who they are, and where each resource of each area lies.</summary>
internal static class DiscoveryRoutes
{
    /// <summary>Areas by id. All lie on the same host.</summary>
    private static readonly ImmutableArray<(string Area, string Id)> Areas =
    [
        ("Location", "00000000-0000-0000-0000-000000000000"),
        ("core", "79134c72-4a58-4b42-976c-04e7115f32bf"),
        ("wit", "5264459e-e5e0-4bd8-b118-0985e68a4ec5"),
        ("work", "1d4f49f9-02b9-4e26-b826-2cdb6195f2a9"),
    ];

    private static readonly ImmutableArray<(string Area, string Resource, string Id, string Template)> Resources =
    [
        ("Location", "ResourceAreas", "e81700f7-3be2-46de-8624-2eb35882fcaa", "_apis/{resource}/{areaId}"),
        ("Location", "ConnectionData", "00d9565f-ed9c-4a06-9a50-00e7896ccab4", "_apis/{resource}"),
        ("core", "projects", "603fe2ac-9723-48b9-88ad-09305aa6c6e1", "_apis/{resource}/{*projectId}"),
        ("core", "teams", "d30a3dd1-f8ba-442a-b86a-bd0c0c383e59", "_apis/projects/{projectId}/{resource}/{*teamId}"),
        ("work", "teamsettings", "c3c1012b-bea7-49d7-b45e-1664e566f84c", "{project}/{team}/_apis/{area}/{resource}"),
        ("work", "iterations", "c9175577-28a1-4b06-9197-8636af9f64ad", "{project}/{team}/_apis/{area}/teamsettings/{resource}/{id}"),
        ("work", "teamfieldvalues", "07ced576-58ed-49e6-9c1e-5cb53ab8bf2a", "{project}/{team}/_apis/{area}/teamsettings/{resource}"),
        ("work", "boards", "23ad19fc-3b8e-4877-8462-b3f92bc06b40", "{project}/{team}/_apis/{area}/{resource}/{id}"),
        ("work", "columns", "c555d7ff-84e1-47df-9923-a3fe0cd8751b", "{project}/{team}/_apis/{area}/boards/{board}/{resource}"),
        ("work", "processconfiguration", "f901ba42-86d2-4b0c-89c1-3f86d06daa84", "{project}/_apis/{area}/{resource}"),
        ("wit", "workItems", "72c7ddf8-2cdc-4f60-90cd-ab71c14a399b", "{project}/_apis/{area}/{resource}/{id}"),
        ("wit", "wiql", "1a9c53f7-f243-4447-b110-35ef023636e4", "{project}/{team}/_apis/{area}/{resource}"),
        ("wit", "workItemsBatch", "908509b6-4248-4475-a1cd-829139ba419f", "{project}/_apis/{area}/{resource}"),
        ("wit", "updates", "6570bf97-d02c-4a91-8d93-3abe9895b1a9", "{project}/_apis/{area}/workItems/{id}/{resource}/{updateNumber}"),
        ("wit", "revisions", "a00c85a5-80fa-4565-99c3-bcd2181434bb", "{project}/_apis/{area}/workItems/{id}/{resource}/{revisionNumber}"),
        ("wit", "comments", "608aac0a-32e1-4493-a863-b9cf4566d257", "{project}/_apis/{area}/workItems/{workItemId}/{resource}/{commentId}"),
        ("wit", "fields", "b51fd764-e5c2-4b9b-aaf7-3395cf4bdd94", "{project}/_apis/{area}/{resource}/{fieldNameOrRefName}"),
        ("wit", "workItemTypes", "7c8d7a76-4a09-43e8-b5df-bd792f4ac6aa", "{project}/_apis/{area}/{resource}/{type}"),
        ("wit", "states", "7c9d7a76-4a09-43e8-b5df-bd792f4ac6aa", "{project}/_apis/{area}/workItemTypes/{type}/{resource}"),
        ("wit", "recyclebin", "b70d8d39-926c-465e-b927-b1bf0e5ca0e0", "{project}/_apis/{area}/{resource}/{id}"),
        ("wit", "workItemRevisions", "f828fe59-dd87-495d-a17c-7a8d6211ca6c", "{project}/_apis/{area}/reporting/{resource}"),
        ("wit", "workItemLinks", "b5b5b6d0-0308-40a1-b3f4-b9bb3c66878f", "{project}/_apis/{area}/reporting/{resource}"),
    ];

    public static ImmutableArray<AzureRoute> All { get; } =
    [
        new("OPTIONS", "/_apis", call => AzureRoutes.List(Resources.Select(r => Location(call, r)))),
        new("OPTIONS", "/_apis/{area}", call => AzureRoutes.List(Resources.Where(r => Is(r.Area, call.Path("area"))).Select(r => Location(call, r)))),
        new("GET", "/_apis/ResourceAreas", call => AzureRoutes.List(Areas.Select(a => Area(call, a)))),
        new("GET", "/_apis/ResourceAreas/{area}", call => Answer.Ok(Area(call, Areas.FirstOrDefault(a => Is(a.Id, call.Path("area"))) is { Area: not null } area
            ? area
            : throw AzureRefusal.NotFound($"The resource area '{call.Path("area")}' was not found.")))),
        new("GET", "/_apis/connectionData", ConnectionData),
    ];

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static JsonObject Location(AzureCall call, (string Area, string Resource, string Id, string Template) resource) => new()
    {
        ["id"] = resource.Id,
        ["area"] = resource.Area,
        ["resourceName"] = resource.Resource,
        ["routeTemplate"] = resource.Template,
        ["resourceVersion"] = 1,
        ["minVersion"] = "1.0",
        ["maxVersion"] = call.Site.Options.HighestApiVersion,
        ["releasedVersion"] = call.Site.Options.HighestApiVersion,
    };

    private static JsonObject Area(AzureCall call, (string Area, string Id) area) => new() { ["id"] = area.Id, ["name"] = area.Area, ["locationUrl"] = call.Site.BaseUrl.ToString() };

    private static Answer ConnectionData(AzureCall call)
    {
        var reader = new AzureIdentity(AzureSteps.Nobody).Json(call.Site);
        var user = new JsonObject
        {
            ["id"] = (string?)reader["id"],
            ["descriptor"] = "Microsoft.IdentityModel.Claims.ClaimsIdentity;" + (string?)reader["uniqueName"],
            ["subjectDescriptor"] = (string?)reader["descriptor"],
            ["providerDisplayName"] = "Backlog reader",
            ["isActive"] = true,
            ["properties"] = new JsonObject(),
            ["resourceVersion"] = 2,
            ["metaTypeId"] = 0,
        };
        return Answer.Ok(new JsonObject
        {
            ["authenticatedUser"] = user,
            ["authorizedUser"] = user.DeepClone(),
            ["instanceId"] = Hash.Guid("instance " + call.Site.Name).ToString(),
            ["deploymentId"] = Hash.Guid("deployment " + call.Site.Name).ToString(),
            ["deploymentType"] = call.Site.Options.SignIn is AzureSignIn.Unauthorized ? "onPremises" : "hosted",
            ["locationServiceData"] = new JsonObject
            {
                ["serviceOwner"] = Hash.Guid("owner " + call.Site.Name).ToString(),
                ["defaultAccessMappingMoniker"] = "HostGuidAccessMapping",
                ["clientCacheFresh"] = false,
                ["clientCacheTimeToLive"] = 3600,
            },
        });
    }
}
