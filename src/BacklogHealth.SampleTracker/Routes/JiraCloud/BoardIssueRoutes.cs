using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Routes.JiraCloud.Jql;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Issues of a sprint and of a board's backlog, by rank. The agile interface gives texts as plain strings, not as documents.</summary>
internal static class BoardIssueRoutes
{
    private const int PageLimit = 50;

    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/rest/agile/1.0/sprint/{sprint}/issue", OfSprint),
        new("GET", "/rest/agile/1.0/board/{board}/backlog", Backlog),
    ];

    private static Answer OfSprint(Call call)
    {
        var (sprint, _) = BoardRoutes.FindSprint(call);
        return Page(call, issue => issue.Item.SprintIds.Contains(sprint.Id));
    }

    /// <summary>Unfinished issues in no active or future sprint; on a Kanban board, those in the first column.</summary>
    private static Answer Backlog(Call call)
    {
        var board = BoardRoutes.Find(call);
        var planned = board.Sprints.Where(s => s.State != "closed").Select(s => s.Id).ToHashSet();
        return Page(call, issue =>
            issue.Project.BoardId == board.BoardId
            && issue.Item.Type is not ("Epic" or "Sub-task")
            && (board.BoardType == "kanban" ? issue.Item.StatusId == board.Statuses[0].Id : issue.Status.Category != "done" && !issue.Item.SprintIds.Any(planned.Contains)));
    }

    private static Answer Page(Call call, Func<JiraIssue, bool> belongs)
    {
        var where = JqlQuery.Parse(call.Text("jql") ?? string.Empty, call.Site, call.Now).Where;
        var issues = call.Site.Issues.Where(belongs).Where(i => where?.Invoke(i) != false).OrderBy(i => i.Item.Rank, StringComparer.Ordinal).ToList();
        var fields = JiraFields.Named(call.Texts("fields") ?? ["*navigable"]);
        var page = OffsetPage.Named(call, issues, PageLimit, "issues", issue => Json(call, issue, fields));
        page["expand"] = "schema,names";
        return Answer.Ok(page);
    }

    private static JsonObject Json(Call call, JiraIssue issue, ImmutableArray<JiraField> fields)
    {
        var json = IssueRoutes.Json(call, issue, fields);
        var values = json["fields"]!.AsObject();
        if (values.ContainsKey("description"))
        {
            values["description"] = Plain(issue.Item.Description);
        }

        return json;
    }

    private static string? Plain(SampleText? text) => text is null ? null : string.Join("\n\n", text.Blocks.Select(b => b.Text));
}
