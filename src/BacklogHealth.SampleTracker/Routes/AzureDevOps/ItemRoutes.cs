using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>Work items, one by one and 200 at once.</summary>
internal static class ItemRoutes
{
    private const int BatchLimit = 200;

    private static readonly ImmutableArray<string> Expansions = ["NONE", "RELATIONS", "FIELDS", "LINKS", "ALL"];

    private static readonly ImmutableArray<string> ErrorPolicies = ["FAIL", "FAIL", "OMIT"];

    private static readonly ImmutableArray<(string Rel, string Name)> RelationTypes =
    [
        ("System.LinkTypes.Related", "Related"),
        (AzureRelations.ToChild, "Child"), (AzureRelations.ToParent, "Parent"),
        ("System.LinkTypes.Dependency-Forward", "Successor"), ("System.LinkTypes.Dependency-Reverse", "Predecessor"),
        ("System.LinkTypes.Duplicate-Forward", "Duplicate"), ("System.LinkTypes.Duplicate-Reverse", "Duplicate Of"),
        ("AttachedFile", "Attached File"), ("Hyperlink", "Hyperlink"),
    ];

    public static ImmutableArray<AzureRoute> All { get; } =
    [
        .. AzureRoute.Anywhere("POST", "wit/workitemsbatch", Batch),
        .. AzureRoute.Anywhere("GET", "wit/workitems", Batch),
        .. AzureRoute.Anywhere("GET", "wit/workItems/{id}", call => Answer.Ok(Json(call, call.Site.Item(call)))),
        .. AzureRoute.Anywhere("GET", "wit/workitemrelationtypes", call => AzureRoutes.List(RelationTypes.Select(t => RelationType(call, t)))),
    ];

    /// <summary>Items in the order asked. One that is missing makes the whole call fail, or leaves a null where it is to be omitted.</summary>
    private static Answer Batch(AzureCall call)
    {
        var asked = call.Texts("ids") ?? [];
        if (asked.Count == 0)
        {
            throw AzureRefusal.BadRequest("VS403475: The list of work item ids is missing or empty. Provide at least one id.");
        }

        if (asked.Count > BatchLimit)
        {
            throw AzureRefusal.TooManyAsked(asked.Count);
        }

        var omits = Word(call.Text("errorPolicy"), ErrorPolicies) is "OMIT";
        return AzureRoutes.List(asked.Select(text =>
        {
            var id = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw AzureRefusal.BadRequest($"The value '{text}' is not valid for the id of a work item.");
            var item = call.Site.Find(id) is { IsDeleted: false } found && (call.Project is null || call.Project == found.Project) ? found : null;
            return item is not null ? Json(call, item) : omits ? null : throw AzureRefusal.NoItem(id);
        }).ToList());
    }

    public static JsonObject Json(AzureCall call, AzureItem item)
    {
        var expand = Word(call.Text("$expand"), Expansions);
        var names = call.Texts("fields");
        if (names is not null && expand is not ("NONE" or "LINKS"))
        {
            throw AzureRefusal.BadRequest("The expand parameter can not be used with the fields parameter.");
        }

        var json = Revision(call, item, item.Last, IsWanted);
        if (expand is "RELATIONS" or "ALL" && AzureRelations.Of(call.Site, item).ToList() is { Count: > 0 } relations)
        {
            json["relations"] = new JsonArray([.. relations.Select(r => r.Json())]);
        }

        if (expand is "LINKS" or "ALL")
        {
            json["_links"] = Links(call.Site, item);
        }

        json["url"] = call.Site.ItemUrl(item.Id);
        return json;

        bool IsWanted(string name) => names is not null
            ? names.Contains(name, StringComparer.OrdinalIgnoreCase)
            : expand is "FIELDS" or "ALL" || !AzureFields.Extended.Contains(name, StringComparer.Ordinal);
    }

    /// <summary>One revision of an item; from version 7.2 on with the format of texts in Markdown.</summary>
    public static JsonObject Revision(AzureCall call, AzureItem item, AzureRevision revision, Func<string, bool> isWanted)
    {
        var fields = AzureFields.Json(call.Site, item, revision, isWanted);
        var json = new JsonObject { ["id"] = item.Id, ["rev"] = revision.Rev, ["fields"] = fields };
        var texts = AzureFields.LongTexts.Where(fields.ContainsKey).ToList();
        if (call.Version.Number >= 7.2m && call.Site.Options.IsMarkdown && texts.Count > 0)
        {
            json["multilineFieldsFormat"] = new JsonObject(texts.Select(t => KeyValuePair.Create(t, (JsonNode?)"markdown")));
        }

        return json;
    }

    private static JsonObject Links(AzureSite site, AzureItem item)
    {
        var url = site.ItemUrl(item.Id);
        return new JsonObject
        {
            ["self"] = new JsonObject { ["href"] = url },
            ["workItemUpdates"] = new JsonObject { ["href"] = url + "/updates" },
            ["workItemRevisions"] = new JsonObject { ["href"] = url + "/revisions" },
            ["workItemComments"] = new JsonObject { ["href"] = url + "/comments" },
            ["html"] = new JsonObject { ["href"] = EditRoutes.Url(site, item) },
        };
    }

    private static JsonObject RelationType(AzureCall call, (string Rel, string Name) type) => new()
    {
        ["attributes"] = new JsonObject { ["usage"] = type.Rel.Contains('.', StringComparison.Ordinal) ? "workItemLink" : "resourceLink", ["editable"] = true, ["enabled"] = true },
        ["referenceName"] = type.Rel,
        ["name"] = type.Name,
        ["url"] = call.Site.Url("_apis/wit/workItemRelationTypes/" + type.Rel),
    };

    /// <summary>One of some words, which clients also give by number; the first where none is given.</summary>
    private static string Word(string? given, ImmutableArray<string> words) =>
        string.IsNullOrEmpty(given) ? words[0] : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < words.Length ? words[number] : given.ToUpperInvariant();
}
