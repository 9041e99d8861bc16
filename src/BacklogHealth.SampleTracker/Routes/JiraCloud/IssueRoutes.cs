using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Issues one by one and in bulk.</summary>
internal static class IssueRoutes
{
    private const int BulkLimit = 100;

    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/rest/api/3/issue/{issue}", Get),
        new("POST", "/rest/api/3/issue/bulkfetch", BulkFetch),
    ];

    public static JsonObject Json(Call call, JiraIssue issue, ImmutableArray<JiraField> fields)
    {
        var values = new JsonObject();
        foreach (var field in fields)
        {
            values[field.Id] = field.Value(call.Site, issue);
        }

        var json = new JsonObject
        {
            ["expand"] = "operations,versionedRepresentations,editmeta,changelog,renderedFields",
            ["id"] = issue.Item.Id,
            ["self"] = call.Site.Url("rest/api/3/issue", issue.Item.Id),
            ["key"] = issue.Item.Key,
            ["fields"] = values,
        };
        if (call.Texts("expand")?.Contains("changelog", StringComparer.Ordinal) == true)
        {
            json["changelog"] = ChangelogRoutes.Expanded(call.Site, issue);
        }

        return json;
    }

    private static Answer Get(Call call) =>
        Answer.Ok(Json(call, call.Site.Issue(call.Path("issue")), JiraFields.Named(call.Texts("fields") ?? ["*all"])));

    private static Answer BulkFetch(Call call)
    {
        var asked = call.Texts("issueIdsOrKeys") ?? [];
        if (asked.Count is 0 or > BulkLimit)
        {
            throw JiraRefusal.BadRequest(asked.Count == 0
                ? "The issueIdsOrKeys field must contain at least one issue ID or key."
                : "The number of issue IDs or keys exceeds the limit of 100.");
        }

        var fields = JiraFields.Named(call.Texts("fields") ?? ["*navigable"]);
        var found = asked.Select(call.Site.FindIssue).OfType<JiraIssue>().DistinctBy(i => i.NumericId).OrderBy(i => i.NumericId);
        return Answer.Ok(new JsonObject
        {
            ["issues"] = new JsonArray([.. found.Select(issue => Json(call, issue, fields))]),
            ["issueErrors"] = new JsonArray([.. asked.Where(id => call.Site.FindIssue(id) is null).Distinct(StringComparer.Ordinal).Select(id => new JsonObject
            {
                ["id"] = id,
                ["errorMessage"] = "Issue does not exist or you do not have permission to see it.",
            })]),
        });
    }
}
