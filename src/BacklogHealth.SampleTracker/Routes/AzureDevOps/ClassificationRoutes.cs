using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>The trees of a project's areas and iterations.</summary>
internal static class ClassificationRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        new("GET", "/{project}/_apis/wit/classificationnodes", call => AzureRoutes.List([Areas(call), Iterations(call)])),
        new("GET", "/{project}/_apis/wit/classificationnodes/areas", call => Answer.Ok(Areas(call))),
        new("GET", "/{project}/_apis/wit/classificationnodes/iterations", call => Answer.Ok(Iterations(call))),
    ];

    private static JsonObject Areas(AzureCall call)
    {
        var project = call.Project!;
        var root = Node(call, project.RootAreaId, Hash.Guid("areas " + project.Sample.Id), project.Name, "area", string.Empty);
        return WithChildren(call, root, [Node(call, project.AreaId, Hash.Guid("area " + project.Sample.Id), project.Sample.Team, "area", project.Sample.Team)]);
    }

    private static JsonObject Iterations(AzureCall call)
    {
        var project = call.Project!;
        var root = Node(call, project.IterationNumber(null), project.IterationId(null), project.Name, "iteration", string.Empty);
        return WithChildren(call, root, [.. project.Sample.Sprints.Select(s => Iteration(call, s))]);
    }

    private static JsonObject Iteration(AzureCall call, SampleSprint sprint)
    {
        var json = Node(call, call.Project!.IterationNumber(sprint), call.Project.IterationId(sprint), sprint.Name, "iteration", sprint.Name);
        json["attributes"] = new JsonObject { ["startDate"] = TeamRoutes.Midnight(sprint.Start), ["finishDate"] = TeamRoutes.Midnight(sprint.End) };
        return json;
    }

    /// <summary>Children come only as deep as is asked; without a word, not at all.</summary>
    private static JsonObject WithChildren(AzureCall call, JsonObject root, ImmutableArray<JsonObject> children)
    {
        root["hasChildren"] = children.Length > 0;
        if (call.Number("$depth", 0) > 0 && children.Length > 0)
        {
            root["children"] = new JsonArray([.. children]);
        }

        return root;
    }

    private static JsonObject Node(AzureCall call, int id, Guid identifier, string name, string kind, string path) => new()
    {
        ["id"] = id,
        ["identifier"] = identifier.ToString(),
        ["name"] = name,
        ["structureType"] = kind,
        ["hasChildren"] = false,
        ["path"] = $"\\{call.Project!.Name}\\{(kind == "area" ? "Area" : "Iteration")}{(path.Length > 0 ? "\\" + path : string.Empty)}",
        ["url"] = call.Site.Url($"{call.Project.Id}/_apis/wit/classificationNodes/{(kind == "area" ? "Areas" : "Iterations")}{(path.Length > 0 ? "/" + Uri.EscapeDataString(path) : string.Empty)}"),
    };
}
