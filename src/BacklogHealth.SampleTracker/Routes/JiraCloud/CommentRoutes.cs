using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Comments of an issue.</summary>
internal static class CommentRoutes
{
    private const int WithinIssue = 20;
    private const int PageLimit = 100;

    public static ImmutableArray<Route> All { get; } = [new("GET", "/rest/api/3/issue/{issue}/comment", Get)];

    /// <summary>Comments within an issue: the first ones only; <c>total</c> says how many there are.</summary>
    public static JsonNode? Container(JiraSite site, JiraIssue issue)
    {
        var comments = issue.Item.Comments;
        return new JsonObject
        {
            ["comments"] = new JsonArray([.. comments.Take(WithinIssue).Select(c => Json(site, issue, c))]),
            ["self"] = site.Url($"rest/api/3/issue/{issue.Item.Id}/comment"),
            ["maxResults"] = Math.Min(WithinIssue, comments.Length),
            ["total"] = comments.Length,
            ["startAt"] = 0,
        };
    }

    private static Answer Get(Call call)
    {
        var issue = call.Site.Issue(call.Path("issue"));
        IReadOnlyList<SampleComment> comments = call.Text("orderBy") switch
        {
            null or "" or "created" or "+created" => issue.Item.Comments,
            "-created" => [.. issue.Item.Comments.Reverse()],
            var other => throw JiraRefusal.BadRequest($"The value '{other}' of 'orderBy' is not supported. Comments can be ordered by 'created' only."),
        };
        return Answer.Ok(OffsetPage.Named(call, comments, PageLimit, "comments", c => Json(call.Site, issue, c)));
    }

    private static JsonObject Json(JiraSite site, JiraIssue issue, SampleComment comment) => new()
    {
        ["self"] = site.Url($"rest/api/3/issue/{issue.Item.Id}/comment", comment.Id),
        ["id"] = comment.Id,
        ["author"] = JiraUsers.User(site, comment.AuthorId),
        ["body"] = AdfDocument.Of(comment.Text),
        ["updateAuthor"] = JiraUsers.User(site, comment.AuthorId),
        ["created"] = JiraDates.Text(comment.At, site.Zone),
        ["updated"] = JiraDates.Text(comment.At, site.Zone),
        ["jsdPublic"] = true,
    };
}
