using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>What a project's process says: types by level of the backlog, fields for estimate and order, states by category.</summary>
internal static class ProcessRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        new("GET", "/{project}/_apis/work/processconfiguration", Process),
        .. AzureRoute.OfTeam("GET", "work/backlogconfiguration", Backlog),
        new("GET", "/{project}/_apis/wit/workitemtypes", call => AzureRoutes.List(call.Project!.Types.All.Select(t => Type(call, t)))),
        new("GET", "/{project}/_apis/wit/workitemtypes/{type}", call => Answer.Ok(Type(call, Find(call)))),
        new("GET", "/{project}/_apis/wit/workitemtypes/{type}/states", call => Find(call) is { } ? AzureRoutes.List(States(call.Project!)) : AzureRoutes.List([])),
    ];

    private static AzureType Find(AzureCall call) =>
        call.Project!.Types.All.FirstOrDefault(t => string.Equals(t.Name, call.Path("type"), StringComparison.OrdinalIgnoreCase))
        ?? throw AzureRefusal.NotFound($"VS402323: Work item type {call.Path("type")} does not exist in project {call.Project!.Name} or you do not have permission to access it.");

    private static Answer Process(AzureCall call)
    {
        var types = call.Project!.Types;
        var json = new JsonObject
        {
            ["typeFields"] = new JsonObject
            {
                ["Effort"] = Field(call, types.Effort),
                ["Order"] = Field(call, types.Order),
                ["Team"] = Field(call, "System.AreaPath"),
            },
            ["taskBacklog"] = Category(call, "Tasks", AzureTypes.TaskCategory),
            ["requirementBacklog"] = Category(call, types.BacklogName, AzureTypes.RequirementCategory),
            ["portfolioBacklogs"] = new JsonArray([.. Portfolio(types).Select(c => Category(call, c.Name, c.Id))]),
        };
        if (types.HasBugs)
        {
            json["bugWorkItems"] = Category(call, "Bugs", AzureTypes.BugCategory);
        }

        json["url"] = call.Site.Url($"{call.Project.Id}/_apis/work/processconfiguration");
        return Answer.Ok(json);
    }

    private static Answer Backlog(AzureCall call)
    {
        var types = call.Team.Types;
        var portfolio = Portfolio(types);
        return Answer.Ok(new JsonObject
        {
            ["taskBacklog"] = Level(call, AzureTypes.TaskCategory, "Tasks", "task", 1),
            ["requirementBacklog"] = Level(call, AzureTypes.RequirementCategory, types.BacklogName, "requirement", 2),
            ["portfolioBacklogs"] = new JsonArray([.. portfolio.Select((c, i) => Level(call, c.Id, c.Name, "portfolio", 2 + portfolio.Length - i))]),
            ["workItemTypeMappedStates"] = new JsonArray([.. types.All.Select(t => new JsonObject
            {
                ["workItemTypeName"] = t.Name,
                ["states"] = new JsonObject(call.Team.States.Select(s => KeyValuePair.Create(s.Name, (JsonNode?)s.Category))),
            })]),
            ["backlogFields"] = new JsonObject { ["typeFields"] = new JsonObject { ["Order"] = types.Order, ["Effort"] = types.Effort, ["Team"] = "System.AreaPath" } },
            ["bugsBehavior"] = types.BugsBehavior,
            ["isBugsBehaviorConfigured"] = true,
            ["hiddenBacklogs"] = new JsonArray(),
            ["url"] = TeamRoutes.Url(call, "backlogconfiguration"),
        });
    }

    private static ImmutableArray<(string Id, string Name)> Portfolio(AzureTypes types) => types.HasBugs
        ? [(AzureTypes.EpicCategory, "Epics"), (AzureTypes.FeatureCategory, "Features")]
        : [(AzureTypes.EpicCategory, "Epics")];

    private static JsonObject Category(AzureCall call, string name, string category) =>
        new() { ["name"] = name, ["referenceName"] = category, ["workItemTypes"] = Types(call, category) };

    private static JsonObject Level(AzureCall call, string category, string name, string type, int rank) => new()
    {
        ["id"] = category,
        ["name"] = name,
        ["rank"] = rank,
        ["workItemCountLimit"] = 1000,
        ["addPanelFields"] = new JsonArray(Field(call, "System.Title")),
        ["columnFields"] = new JsonArray(),
        ["workItemTypes"] = Types(call, category),
        ["defaultWorkItemType"] = Types(call, category)[0]!.DeepClone(),
        ["color"] = call.Project!.Types.All.First(t => t.Category == category).Color,
        ["isHidden"] = false,
        ["type"] = type,
    };

    private static JsonArray Types(AzureCall call, string category) =>
        new([.. call.Project!.Types.All.Where(t => t.Category == category).Select(t => new JsonObject { ["name"] = t.Name, ["url"] = TypeUrl(call, t) })]);

    private static string TypeUrl(AzureCall call, AzureType type) => call.Site.Url($"{call.Project!.Id}/_apis/wit/workItemTypes/{Uri.EscapeDataString(type.Name)}");

    private static JsonObject Field(AzureCall call, string name) => AzureFields.Of(call.Site.Types).First(f => f.ReferenceName == name).Reference(call.Site);

    private static JsonObject Type(AzureCall call, AzureType type) => new()
    {
        ["name"] = type.Name,
        ["referenceName"] = type.ReferenceName,
        ["description"] = string.Empty,
        ["color"] = type.Color,
        ["icon"] = new JsonObject { ["id"] = "icon_book", ["url"] = call.Site.Url("_apis/wit/workItemIcons/icon_book?color=" + type.Color) },
        ["isDisabled"] = false,
        ["fields"] = new JsonArray([.. AzureFields.Of(call.Site.Types).Where(f => Has(call.Site.Types, type, f)).Select(f => new JsonObject
        {
            ["alwaysRequired"] = f.ReferenceName is "System.Title" or "System.State",
            ["referenceName"] = f.ReferenceName,
            ["name"] = f.Name,
            ["url"] = call.Site.Url("_apis/wit/fields/" + f.ReferenceName),
        })]),
        ["states"] = new JsonArray([.. States(call.Project!)]),
        ["url"] = TypeUrl(call, type),
    };

    /// <summary>Which fields a type has: the text of a bug is in its steps to reproduce, and only requirements have acceptance criteria.</summary>
    private static bool Has(AzureTypes types, AzureType type, AzureField field) => field.ReferenceName switch
    {
        AzureFields.ReproSteps => type.Name == "Bug",
        AzureFields.AcceptanceCriteria => type.Category is AzureTypes.RequirementCategory or AzureTypes.EpicCategory or AzureTypes.FeatureCategory,
        _ when field.ReferenceName == types.Effort => type.Category != AzureTypes.TaskCategory,
        _ => true,
    };

    private static IEnumerable<JsonNode?> States(AzureProject project) =>
        project.States.Select(s => new JsonObject { ["name"] = s.Name, ["color"] = s.Color, ["category"] = s.Category });
}
