using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Boards and their sprints, in the agile interface 1.0.</summary>
internal static class BoardRoutes
{
    private const int PageLimit = 50;

    private static readonly ImmutableArray<string> SprintOrder = ["closed", "active", "future"];

    public static ImmutableArray<JiraRoute> All { get; } =
    [
        new("GET", "/rest/agile/1.0/board", List),
        new("GET", "/rest/agile/1.0/board/{board}", call => Answer.Ok(BoardJson.Of(call.Site, Find(call)))),
        new("GET", "/rest/agile/1.0/board/{board}/configuration", Configuration),
        new("GET", "/rest/agile/1.0/board/{board}/sprint", Sprints),
        new("GET", "/rest/agile/1.0/sprint/{sprint}", Sprint),
        .. BoardIssueRoutes.All,
    ];

    /// <exception cref="JiraRefusal">There is none, or the account may not see it.</exception>
    public static JiraBoard Find(JiraCall call) =>
        call.Site.Boards.FirstOrDefault(b => b.Id == call.Path("board"))
        ?? throw JiraRefusal.NotFound($"The requested board cannot be viewed because it either does not exist or you do not have permission to view it. Board id: {call.Path("board")}");

    /// <exception cref="JiraRefusal">There is none, or the account may not see it.</exception>
    public static JiraSprint FindSprint(JiraCall call) =>
        call.Site.FindSprint(call.Path("sprint")) ?? throw JiraRefusal.NotFound("Sprint does not exist or you do not have permission to view it.");

    private static Answer List(JiraCall call)
    {
        var boards = call.Site.Boards.AsEnumerable();
        if (call.Text("projectKeyOrId") is { Length: > 0 } wanted)
        {
            var project = call.Site.FindProject(wanted) ?? throw JiraRefusal.BadRequest($"No project could be found with key or id '{wanted}'");
            boards = JiraBoard.Of(project);
        }

        if (call.Texts("type") is { } types)
        {
            boards = boards.Where(b => types.Contains(b.Board.Type, StringComparer.Ordinal));
        }

        if (call.Text("name") is { Length: > 0 } name)
        {
            boards = boards.Where(b => b.Board.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
        }

        return Answer.Ok(OffsetPage.Of(call, [.. boards.OrderBy(b => b.Board.Id)], PageLimit, null, b => BoardJson.Of(call.Site, b)));
    }

    private static Answer Configuration(JiraCall call)
    {
        var board = Find(call);
        return board.Board.IsMapped
            ? Answer.Ok(BoardJson.Configuration(call.Site, board))
            : JiraRefusal.With(422, "The board has no column with a mapped status.");
    }

    private static Answer Sprints(JiraCall call)
    {
        var board = Find(call);
        if (board.IsKanban)
        {
            throw JiraRefusal.BadRequest("The board does not support sprints");
        }

        var states = call.Texts("state");
        var sprints = board.Project.Sprints.Where(s => states?.Contains(s.State, StringComparer.Ordinal) != false).OrderBy(s => SprintOrder.IndexOf(s.State));
        return Answer.Ok(OffsetPage.Of(call, [.. sprints], PageLimit, null, s => Json(call.Site, s, board.Project)));
    }

    private static Answer Sprint(JiraCall call)
    {
        var (sprint, project) = FindSprint(call);
        return Answer.Ok(Json(call.Site, sprint, project));
    }

    private static JsonObject Json(JiraSite site, SampleSprint sprint, SampleProject project)
    {
        var json = new JsonObject
        {
            ["id"] = sprint.Id,
            ["name"] = sprint.Name,
            ["state"] = sprint.State,
            ["goal"] = sprint.Goal,
            ["startDate"] = site.Dialect.SprintDate(site, sprint.Start),
            ["endDate"] = site.Dialect.SprintDate(site, sprint.End),
        };
        if (sprint.Completed is { } completed)
        {
            json["completeDate"] = site.Dialect.SprintDate(site, completed);
        }

        json["originBoardId"] = project.BoardId;
        json["self"] = site.Url("rest/agile/1.0/sprint", sprint.Id.ToString(CultureInfo.InvariantCulture));
        return json;
    }
}
