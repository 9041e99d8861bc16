using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>The history of one issue or of many. Changes with the same id are one entry with several items.</summary>
internal static class ChangelogRoutes
{
    private const int BulkLimit = 1000;
    private const int FieldLimit = 10;
    private const int PageLimit = 100;

    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/rest/api/3/issue/{issue}/changelog", Get),
        new("POST", "/rest/api/3/changelog/bulkfetch", BulkFetch),
    ];

    /// <summary>The changelog within an issue: the newest entries only, the newest first.</summary>
    public static JsonObject Expanded(JiraSite site, JiraIssue issue)
    {
        var entries = Entries(issue);
        return new JsonObject
        {
            ["startAt"] = 0,
            ["maxResults"] = Math.Min(PageLimit, entries.Count),
            ["total"] = entries.Count,
            ["histories"] = new JsonArray([.. entries.AsEnumerable().Reverse().Take(PageLimit).Select(e => e.Json(site))]),
        };
    }

    private static Answer Get(Call call)
    {
        var issue = call.Site.Issue(call.Path("issue"));
        return Answer.Ok(OffsetPage.Of(call, Entries(issue), PageLimit, $"rest/api/3/issue/{issue.Item.Id}/changelog", e => e.Json(call.Site)));
    }

    private static Answer BulkFetch(Call call)
    {
        var asked = call.Texts("issueIdsOrKeys") ?? [];
        var fields = call.Texts("fieldIds") ?? [];
        if (asked.Count is 0 or > BulkLimit || fields.Count > FieldLimit)
        {
            throw JiraRefusal.BadRequest(asked.Count switch
            {
                0 => "The issueIdsOrKeys field must contain at least one issue ID or key.",
                > BulkLimit => "The number of issue IDs or keys exceeds the limit of 1000.",
                _ => "The number of field IDs exceeds the limit of 10.",
            });
        }

        var query = string.Join(',', asked) + "|" + string.Join(',', fields);
        var skipped = call.Text("nextPageToken") is { Length: > 0 } token ? (int)PageTokens.Position(query, token) : 0;
        var size = call.PageSize(10_000, 1000);
        var entries = asked.Select(call.Site.FindIssue).OfType<JiraIssue>().DistinctBy(i => i.NumericId)
            .SelectMany(Entries).Select(e => e.Only(fields)).OfType<Entry>()
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

    private static List<Entry> Entries(JiraIssue issue) =>
        [.. issue.Item.Changes.GroupBy(c => c.Id, StringComparer.Ordinal).Select(g => new Entry(issue, g.Key, g.First().At, g.First().AuthorId, [.. g]))];

    private static JsonObject Item(SampleChange change)
    {
        var (id, custom) = Field(change.Field);
        var json = new JsonObject { ["field"] = change.Field, ["fieldtype"] = custom ? "custom" : "jira" };
        if (id is not null)
        {
            json["fieldId"] = id;
        }

        json["from"] = change.From;
        json["fromString"] = change.FromText;
        json["to"] = change.To;
        json["toString"] = change.ToText;
        return json;
    }

    /// <summary>Id of the field of a change. Jira gives none for a change of the parent.</summary>
    private static (string? Id, bool Custom) Field(string name) => name switch
    {
        "IssueParentAssociation" or "Key" => (null, false),
        "Story Points" or "Story point estimate" => (JiraFields.StoryPoints, true),
        "Rank" => (JiraFields.Rank, true),
        "Sprint" => (JiraFields.Sprint, true),
        "Fix Version" => ("fixVersions", false),
        "Link" => ("issuelinks", false),
        _ => (name.ToLower(CultureInfo.InvariantCulture), false),
    };

    private sealed record Entry(JiraIssue Issue, string Id, DateTimeOffset At, string AuthorId, ImmutableArray<SampleChange> Changes)
    {
        /// <summary>The entry with its changes of these fields; null where there are none. No fields mean all.</summary>
        public Entry? Only(IReadOnlyList<string> fields)
        {
            if (fields.Count == 0)
            {
                return this;
            }

            var kept = Changes.RemoveAll(c => !fields.Contains(Field(c.Field).Id ?? c.Field, StringComparer.Ordinal));
            return kept.IsEmpty ? null : this with { Changes = kept };
        }

        public JsonObject Json(JiraSite site) => new()
        {
            ["id"] = Id,
            ["author"] = JiraUsers.User(site, AuthorId),
            ["created"] = JiraDates.Text(At, site.Zone),
            ["items"] = new JsonArray([.. Changes.Select(Item)]),
        };
    }
}
