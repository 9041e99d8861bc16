using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>A team's boards: one for requirements and bugs, one for epics.</summary>
internal static class BoardRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        .. AzureRoute.OfTeam("GET", "work/boards", call => AzureRoutes.List(Boards(call.Team).Select(b => Reference(call, b)))),
        .. AzureRoute.OfTeam("GET", "work/boards/{board}", Get),
        .. AzureRoute.OfTeam("GET", "work/boards/{board}/columns", call => AzureRoutes.List(Columns(call.Team, Find(call)))),
        .. AzureRoute.OfTeam("GET", "work/boards/{board}/rows", _ => AzureRoutes.List([Row()])),
    ];

    private static ImmutableArray<Board> Boards(AzureProject project) =>
    [
        new(project.BoardId, project.Types.BacklogName, [project.Types.Requirement, .. project.Types.HasBugs ? ["Bug"] : ImmutableArray<string>.Empty]),
        new(Hash.Guid("epics " + project.Sample.Id), "Epics", ["Epic"]),
    ];

    private static Board Find(AzureCall call) =>
        Boards(call.Team).FirstOrDefault(b => string.Equals(b.Name, call.Path("board"), StringComparison.OrdinalIgnoreCase) || string.Equals(b.Id.ToString(), call.Path("board"), StringComparison.OrdinalIgnoreCase))
        ?? throw AzureRefusal.NotFound($"The board '{call.Path("board")}' does not exist for the team.");

    private static JsonObject Reference(AzureCall call, Board board) => new()
    {
        ["id"] = board.Id.ToString(),
        ["url"] = TeamRoutes.Url(call, "boards/" + board.Id),
        ["name"] = board.Name,
    };

    private static Answer Get(AzureCall call)
    {
        var board = Find(call);
        var json = Reference(call, board);
        json["revision"] = 1;
        json["columns"] = new JsonArray([.. Columns(call.Team, board)]);
        json["rows"] = new JsonArray(Row());
        json["isValid"] = true;
        json["canEdit"] = false;
        var prefix = $"WEF_{board.Id.ToString("N").ToUpperInvariant()}_Kanban.";
        json["fields"] = new JsonObject
        {
            ["columnField"] = Field(call, prefix + "Column"),
            ["rowField"] = Field(call, prefix + "Lane"),
            ["doneField"] = Field(call, prefix + "Column.Done"),
        };
        return Answer.Ok(json);
    }

    private static JsonObject Field(AzureCall call, string name) => new() { ["referenceName"] = name, ["url"] = call.Site.Url("_apis/wit/fields/" + name) };

    private static JsonObject Row() => new() { ["id"] = Guid.Empty.ToString(), ["name"] = null };

    /// <summary>One column for each state but the one for what is removed.</summary>
    private static IEnumerable<JsonNode?> Columns(AzureProject project, Board board)
    {
        var states = project.States.Where(s => s.Category != AzureProject.Removed).ToList();
        return states.Select((state, i) => new JsonObject
        {
            ["id"] = Hash.Guid($"column {board.Id} {state.Name}").ToString(),
            ["name"] = state.Name,
            ["itemLimit"] = 0,
            ["stateMappings"] = new JsonObject(board.Types.Select(t => KeyValuePair.Create(t, (JsonNode?)state.Name))),
            ["isSplit"] = false,
            ["description"] = string.Empty,
            ["columnType"] = i == 0 ? "incoming" : i == states.Count - 1 ? "outgoing" : "inProgress",
        });
    }

    private sealed record Board(Guid Id, string Name, ImmutableArray<string> Types);
}
