using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Issues one by one.</summary>
internal static class IssueRoutes
{
    public static ImmutableArray<JiraRoute> Of(string api) =>
    [
        new("GET", api + "/issue/{issue}", Get),
        new("GET", api + "/issue/{issue}/remotelink", RemoteLinks),
    ];

    public static JsonObject Json(JiraCall call, JiraIssue issue, ImmutableArray<JiraField> fields, bool alone = false)
    {
        var json = new JsonObject
        {
            ["expand"] = "operations,versionedRepresentations,editmeta,changelog,renderedFields",
            ["id"] = issue.Item.Id,
            ["self"] = call.Site.Api("issue", issue.Item.Id),
            ["key"] = issue.Item.Key,
            ["fields"] = JiraFields.Values(call.Site, issue, fields),
        };
        if (call.Texts("expand")?.Contains("changelog", StringComparer.Ordinal) == true)
        {
            json["changelog"] = call.Site.Dialect.History(call.Site, issue, alone);
        }

        return json;
    }

    private static Answer Get(JiraCall call) =>
        Answer.Ok(Json(call, call.Site.Issue(call.Path("issue")), call.Site.Fields.Named(call.Texts("fields") ?? ["*all"]), alone: true));

    private static Answer RemoteLinks(JiraCall call)
    {
        var issue = call.Site.Issue(call.Path("issue"));
        return Answer.Ok(new JsonArray([.. issue.Item.RemoteLinks.Select(link => new JsonObject
        {
            ["id"] = long.Parse(link.Id, CultureInfo.InvariantCulture),
            ["self"] = call.Site.Api($"issue/{issue.Item.Key}/remotelink", link.Id),
            ["globalId"] = link.Address,
            ["application"] = new JsonObject(),
            ["object"] = new JsonObject
            {
                ["url"] = link.Address,
                ["title"] = link.Title,
                ["icon"] = new JsonObject(),
                ["status"] = new JsonObject { ["icon"] = new JsonObject() },
            },
        })]));
    }
}
