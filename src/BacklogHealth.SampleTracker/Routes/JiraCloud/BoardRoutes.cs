using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Boards and their sprints, in the agile interface 1.0.</summary>
internal static class BoardRoutes
{
    private const int PageLimit = 50;

    private static readonly ImmutableArray<string> SprintOrder = ["closed", "active", "future"];

    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/rest/agile/1.0/board", List),
        new("GET", "/rest/agile/1.0/board/{board}", call => Answer.Ok(Json(call.Site, Find(call)))),
        new("GET", "/rest/agile/1.0/board/{board}/configuration", Configuration),
        new("GET", "/rest/agile/1.0/board/{board}/sprint", Sprints),
        new("GET", "/rest/agile/1.0/sprint/{sprint}", Sprint),
        .. BoardIssueRoutes.All,
    ];

    /// <exception cref="JiraRefusal">There is none, or the account may not see it.</exception>
    public static SampleProject Find(Call call) =>
        call.Site.Projects.FirstOrDefault(p => Id(p) == call.Path("board"))
        ?? throw JiraRefusal.NotFound($"The requested board cannot be viewed because it either does not exist or you do not have permission to view it. Board id: {call.Path("board")}");

    /// <exception cref="JiraRefusal">There is none, or the account may not see it.</exception>
    public static JiraSprint FindSprint(Call call) =>
        call.Site.FindSprint(call.Path("sprint")) ?? throw JiraRefusal.NotFound("Sprint does not exist or you do not have permission to view it.");

    /// <summary>A sprint as the sprint field of an issue holds it.</summary>
    public static JsonObject SprintValue(SampleSprint sprint, int boardId)
    {
        var json = new JsonObject
        {
            ["id"] = sprint.Id,
            ["name"] = sprint.Name,
            ["state"] = sprint.State,
            ["boardId"] = boardId,
            ["goal"] = sprint.Goal,
            ["startDate"] = JiraDates.Utc(sprint.Start),
            ["endDate"] = JiraDates.Utc(sprint.End),
        };
        if (sprint.Completed is { } completed)
        {
            json["completeDate"] = JiraDates.Utc(completed);
        }

        return json;
    }

    private static Answer List(Call call)
    {
        var boards = call.Site.Projects.AsEnumerable();
        if (call.Text("projectKeyOrId") is { Length: > 0 } wanted)
        {
            var project = call.Site.FindProject(wanted) ?? throw JiraRefusal.BadRequest($"No project could be found with key or id '{wanted}'");
            boards = [project];
        }

        if (call.Texts("type") is { } types)
        {
            boards = boards.Where(p => types.Contains(p.BoardType, StringComparer.Ordinal));
        }

        if (call.Text("name") is { Length: > 0 } name)
        {
            boards = boards.Where(p => Name(p).Contains(name, StringComparison.OrdinalIgnoreCase));
        }

        return Answer.Ok(OffsetPage.Of(call, [.. boards.OrderBy(p => p.BoardId)], PageLimit, null, p => Json(call.Site, p)));
    }

    private static Answer Configuration(Call call)
    {
        var board = Find(call);
        var json = new JsonObject
        {
            ["id"] = board.BoardId,
            ["name"] = Name(board),
            ["type"] = board.BoardType,
            ["self"] = call.Site.Url($"rest/agile/1.0/board/{Id(board)}/configuration"),
            ["location"] = new JsonObject { ["type"] = "project", ["key"] = board.Key, ["id"] = board.Id, ["self"] = call.Site.Url("rest/api/3/project", board.Id), ["name"] = board.Name },
            ["filter"] = new JsonObject { ["id"] = "1" + Id(board), ["self"] = call.Site.Url("rest/api/3/filter", "1" + Id(board)) },
            ["columnConfig"] = new JsonObject
            {
                ["columns"] = new JsonArray([.. board.Statuses.Select(s => new JsonObject
                {
                    ["name"] = s.Name,
                    ["statuses"] = new JsonArray(new JsonObject { ["id"] = s.Id, ["self"] = call.Site.Url("rest/api/3/status", s.Id) }),
                })]),
                ["constraintType"] = "none",
            },
        };
        if (board.BoardType != "kanban")
        {
            json["estimation"] = new JsonObject
            {
                ["type"] = "field",
                ["field"] = new JsonObject { ["fieldId"] = JiraFields.StoryPoints, ["displayName"] = "Story point estimate" },
            };
        }

        json["ranking"] = new JsonObject { ["rankCustomFieldId"] = 10019 };
        return Answer.Ok(json);
    }

    private static Answer Sprints(Call call)
    {
        var board = Find(call);
        if (board.BoardType == "kanban")
        {
            throw JiraRefusal.BadRequest("The board does not support sprints");
        }

        var states = call.Texts("state");
        var sprints = board.Sprints.Where(s => states?.Contains(s.State, StringComparer.Ordinal) != false).OrderBy(s => SprintOrder.IndexOf(s.State));
        return Answer.Ok(OffsetPage.Of(call, [.. sprints], PageLimit, null, s => Json(call.Site, s, board)));
    }

    private static Answer Sprint(Call call)
    {
        var (sprint, board) = FindSprint(call);
        return Answer.Ok(Json(call.Site, sprint, board));
    }

    private static JsonObject Json(JiraSite site, SampleSprint sprint, SampleProject board)
    {
        var json = SprintValue(sprint, board.BoardId);
        json.Remove("boardId");
        json["originBoardId"] = board.BoardId;
        json["self"] = site.Url("rest/agile/1.0/sprint", sprint.Id.ToString(CultureInfo.InvariantCulture));
        return json;
    }

    private static JsonObject Json(JiraSite site, SampleProject board) => new()
    {
        ["id"] = board.BoardId,
        ["self"] = site.Url("rest/agile/1.0/board", Id(board)),
        ["name"] = Name(board),
        ["type"] = board.BoardType,
        ["location"] = new JsonObject
        {
            ["projectId"] = long.Parse(board.Id, CultureInfo.InvariantCulture),
            ["displayName"] = $"{board.Name} ({board.Key})",
            ["projectName"] = board.Name,
            ["projectKey"] = board.Key,
            ["projectTypeKey"] = "software",
            ["avatarURI"] = site.Url("images/project-24.png"),
            ["name"] = $"{board.Name} ({board.Key})",
        },
        ["isPrivate"] = false,
    };

    private static string Id(SampleProject board) => board.BoardId.ToString(CultureInfo.InvariantCulture);

    private static string Name(SampleProject board) => board.Key + " board";
}
