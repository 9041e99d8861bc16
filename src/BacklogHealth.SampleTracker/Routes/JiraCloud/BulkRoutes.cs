using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Routes.Jira;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Many issues and many histories at once.</summary>
internal static class BulkRoutes
{
    private const int IssueLimit = 100;
    private const int HistoryLimit = 1000;
    private const int FieldLimit = 10;

    public static ImmutableArray<JiraRoute> All { get; } =
    [
        new("POST", "/rest/api/3/issue/bulkfetch", Issues),
        new("POST", "/rest/api/3/changelog/bulkfetch", Histories),
    ];

    private static Answer Issues(JiraCall call)
    {
        var asked = call.Texts("issueIdsOrKeys") ?? [];
        if (asked.Count is 0 or > IssueLimit)
        {
            throw JiraRefusal.BadRequest(asked.Count == 0
                ? "The issueIdsOrKeys field must contain at least one issue ID or key."
                : "The number of issue IDs or keys exceeds the limit of 100.");
        }

        var fields = call.Site.Fields.Named(call.Texts("fields") ?? ["*navigable"]);
        var found = asked.Select(call.Site.FindIssue).OfType<JiraIssue>().DistinctBy(i => i.NumericId).OrderBy(i => i.NumericId);
        return Answer.Ok(new JsonObject
        {
            ["issues"] = new JsonArray([.. found.Select(issue => IssueRoutes.Json(call, issue, fields))]),
            ["issueErrors"] = new JsonArray([.. asked.Where(id => call.Site.FindIssue(id) is null).Distinct(StringComparer.Ordinal).Select(id => new JsonObject
            {
                ["id"] = id,
                ["errorMessage"] = "Issue does not exist or you do not have permission to see it.",
            })]),
        });
    }

    private static Answer Histories(JiraCall call)
    {
        var asked = call.Texts("issueIdsOrKeys") ?? [];
        var fields = call.Texts("fieldIds") ?? [];
        if (asked.Count is 0 or > HistoryLimit || fields.Count > FieldLimit)
        {
            throw JiraRefusal.BadRequest(asked.Count switch
            {
                0 => "The issueIdsOrKeys field must contain at least one issue ID or key.",
                > HistoryLimit => "The number of issue IDs or keys exceeds the limit of 1000.",
                _ => "The number of field IDs exceeds the limit of 10.",
            });
        }

        var query = string.Join(',', asked) + "|" + string.Join(',', fields);
        var skipped = call.Text("nextPageToken") is { Length: > 0 } token ? (int)PageTokens.Position(query, token) : 0;
        var size = call.PageSize(10_000, 1000);
        var entries = asked.Select(call.Site.FindIssue).OfType<JiraIssue>().DistinctBy(i => i.NumericId)
            .SelectMany(JiraHistory.Of).Select(e => Only(e, fields)).OfType<HistoryEntry>()
            .OrderBy(e => e.At).ThenBy(e => e.Issue.NumericId).ToList();
        var json = new JsonObject
        {
            ["issueChangeLogs"] = new JsonArray([.. entries.Skip(skipped).Take(size).GroupBy(e => e.Issue.Item.Id, StringComparer.Ordinal).Select(group => new JsonObject
            {
                ["issueId"] = group.Key,
                ["changeHistories"] = new JsonArray([.. group.Select(e => e.Json(call.Site))]),
            })]),
        };
        if (skipped + size < entries.Count)
        {
            json["nextPageToken"] = PageTokens.Make(query, skipped + size);
        }

        return Answer.Ok(json);
    }

    /// <summary>The entry with its changes of these fields; null where there are none. No fields mean all.</summary>
    private static HistoryEntry? Only(HistoryEntry entry, IReadOnlyList<string> fields)
    {
        if (fields.Count == 0)
        {
            return entry;
        }

        var kept = entry.Changes.RemoveAll(c => !fields.Contains(CloudDialect.Field(c.Field).Id ?? c.Field, StringComparer.Ordinal));
        return kept.IsEmpty ? null : entry with { Changes = kept };
    }
}
