using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>Comments of an item, the newest first unless asked otherwise, read on by a token. Served as a preview only.</summary>
internal static class CommentRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
        [new AzureRoute("GET", "/{project}/_apis/wit/workItems/{id}/comments", Get) { IsPreview = true }];

    private static Answer Get(AzureCall call)
    {
        var item = call.Site.Item(call);
        var ordered = string.Equals(call.Text("order"), "asc", StringComparison.OrdinalIgnoreCase) ? item.Sample.Comments : [.. item.Sample.Comments.Reverse()];
        var skipped = call.Text("continuationToken") is { Length: > 0 } token ? Skipped(token) : 0;
        var page = ordered.Skip(skipped).Take(call.PageSize(200, 200, "$top")).ToList();
        var json = new JsonObject
        {
            ["totalCount"] = ordered.Length,
            ["count"] = page.Count,
            ["comments"] = new JsonArray([.. page.Select(c => Json(call, item, c))]),
        };
        if (skipped + page.Count < ordered.Length)
        {
            var next = Token(skipped + page.Count);
            json["continuationToken"] = next;
            json["nextPage"] = $"{Url(call, item)}?continuationToken={next}";
        }

        return Answer.Ok(json);
    }

    private static string Url(AzureCall call, AzureItem item) => call.Site.Url(FormattableString.Invariant($"{item.Project.Id}/_apis/wit/workItems/{item.Id}/comments"));

    private static string Token(int skipped) => string.Create(CultureInfo.InvariantCulture, $"c{skipped}");

    private static int Skipped(string token) =>
        token[0] == 'c' && int.TryParse(token.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var skipped)
            ? skipped
            : throw AzureRefusal.BadRequest("The continuation token is not valid.");

    private static JsonObject Json(AzureCall call, AzureItem item, SampleComment comment)
    {
        var id = int.Parse(comment.Id, CultureInfo.InvariantCulture);
        var at = AzureFields.Moment(comment.At);
        var json = new JsonObject
        {
            ["workItemId"] = item.Id,
            ["id"] = id,
            ["version"] = 1,
            ["text"] = AzureText.Of(comment.Text, call.Site.Options.IsMarkdown),
            ["createdBy"] = new AzureIdentity(comment.AuthorId).Json(call.Site),
            ["createdDate"] = at,
            ["modifiedBy"] = new AzureIdentity(comment.AuthorId).Json(call.Site),
            ["modifiedDate"] = at,
            ["format"] = call.Site.Options.IsMarkdown ? "markdown" : "html",
            ["url"] = FormattableString.Invariant($"{Url(call, item)}/{id}"),
        };
        if (call.Text("$expand") is { } expand && expand.StartsWith("rendered", StringComparison.OrdinalIgnoreCase))
        {
            json["renderedText"] = AzureText.Of(comment.Text, isMarkdown: false);
        }

        return json;
    }
}
