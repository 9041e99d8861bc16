using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Routes.Jira.Jql;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Issues of a sprint and of a board's backlog, by rank. The agile interface of Cloud gives texts as plain strings, not as documents.</summary>
internal static class BoardIssueRoutes
{
    private const int PageLimit = 50;

    public static ImmutableArray<JiraRoute> All { get; } =
    [
        new("GET", "/rest/agile/1.0/sprint/{sprint}/issue", OfSprint),
        new("GET", "/rest/agile/1.0/board/{board}/backlog", Backlog),
    ];

    private static Answer OfSprint(JiraCall call)
    {
        var (sprint, _) = BoardRoutes.FindSprint(call);
        return Page(call, issue => issue.Item.SprintIds.Contains(sprint.Id));
    }

    /// <summary>Unfinished issues in no active or future sprint; on a Kanban board, those in the first column.</summary>
    private static Answer Backlog(JiraCall call)
    {
        var board = BoardRoutes.Find(call);
        var planned = board.Project.Sprints.Where(s => s.State != "closed").Select(s => s.Id).ToHashSet();
        return Page(call, issue =>
            issue.Project.Id == board.Project.Id
            && issue.Item.Type is not ("Epic" or "Sub-task")
            && (board.IsKanban ? issue.Item.StatusId == board.Project.Statuses[0].Id : issue.Status.Category != "done" && !issue.Item.SprintIds.Any(planned.Contains)));
    }

    private static Answer Page(JiraCall call, Func<JiraIssue, bool> belongs)
    {
        var where = JqlQuery.Parse(call.Text("jql") ?? string.Empty, call.Site, call.Now).Where;
        var issues = call.Site.Issues.Where(belongs).Where(i => where?.Invoke(i) != false).OrderBy(i => i.Item.Rank, StringComparer.Ordinal).ToList();
        var fields = call.Site.Fields.Named(call.Texts("fields") ?? ["*navigable"]);
        var page = OffsetPage.Named(call, issues, PageLimit, "issues", issue => Json(call, issue, fields));
        page["expand"] = "schema,names";
        return Answer.Ok(page);
    }

    private static JsonObject Json(JiraCall call, JiraIssue issue, ImmutableArray<JiraField> fields)
    {
        var json = IssueRoutes.Json(call, issue, fields);
        var values = json["fields"]!.AsObject();
        if (call.Site.Dialect.IsCloud && values.ContainsKey("description"))
        {
            values["description"] = Plain(issue.Item.Description);
        }

        return json;
    }

    private static string? Plain(SampleText? text) => text is null ? null : string.Join("\n\n", text.Blocks.Select(b => b.Text));
}
