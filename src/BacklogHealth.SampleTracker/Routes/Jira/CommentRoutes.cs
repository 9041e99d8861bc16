using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Comments of an issue.</summary>
internal static class CommentRoutes
{
    private const int PageLimit = 100;

    public static ImmutableArray<JiraRoute> Of(string api) => [new("GET", api + "/issue/{issue}/comment", Get)];

    /// <summary>Comments within an issue: the first ones only; <c>total</c> says how many there are.</summary>
    public static JsonNode? Container(JiraSite site, JiraIssue issue)
    {
        var comments = issue.Item.Comments;
        var within = Math.Min(site.Dialect.CommentsInIssue, comments.Length);
        return new JsonObject
        {
            ["comments"] = new JsonArray([.. comments.Take(within).Select(c => Json(site, issue, c))]),
            ["self"] = site.Api($"issue/{issue.Item.Id}/comment"),
            ["maxResults"] = within,
            ["total"] = comments.Length,
            ["startAt"] = 0,
        };
    }

    private static Answer Get(JiraCall call)
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

    private static JsonObject Json(JiraSite site, JiraIssue issue, SampleComment comment)
    {
        var json = new JsonObject
        {
            ["self"] = site.Api($"issue/{issue.Item.Id}/comment", comment.Id),
            ["id"] = comment.Id,
            ["author"] = JiraUsers.User(site, comment.AuthorId),
            ["body"] = site.Dialect.Text(comment.Text),
            ["updateAuthor"] = JiraUsers.User(site, comment.AuthorId),
            ["created"] = JiraDates.Text(comment.At, site.Zone),
            ["updated"] = JiraDates.Text(comment.At, site.Zone),
        };
        if (site.Dialect.IsCloud)
        {
            json["jsdPublic"] = true;
        }

        return json;
    }
}
