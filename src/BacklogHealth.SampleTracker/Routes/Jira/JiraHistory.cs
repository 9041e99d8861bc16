using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>An entry of a history: what one account changed at one time. Changes with the same id are one entry with several items.</summary>
internal sealed record HistoryEntry(JiraIssue Issue, string Id, DateTimeOffset At, string AuthorId, ImmutableArray<SampleChange> Changes)
{
    public JsonObject Json(JiraSite site) => new()
    {
        ["id"] = Id,
        ["author"] = JiraUsers.User(site, AuthorId),
        ["created"] = JiraDates.Text(At, site.Zone),
        ["items"] = new JsonArray([.. Changes.Select(c => site.Dialect.Change(Issue, c))]),
    };
}

/// <summary>The histories of issues.</summary>
internal static class JiraHistory
{
    /// <summary>All entries, oldest first. What only other trackers keep is left out.</summary>
    public static List<HistoryEntry> Of(JiraIssue issue) =>
    [
        .. issue.Item.Changes.Where(c => c.Field != "deleted").GroupBy(c => c.Id, StringComparer.Ordinal)
            .Select(g => new HistoryEntry(issue, g.Key, g.First().At, g.First().AuthorId, [.. g])),
    ];

    /// <summary>A history as an issue carries it: some of its entries, and how many there are.</summary>
    public static JsonObject Within(JiraSite site, List<HistoryEntry> all, List<HistoryEntry> some) => new()
    {
        ["startAt"] = 0,
        ["maxResults"] = some.Count,
        ["total"] = all.Count,
        ["histories"] = new JsonArray([.. some.Select(e => e.Json(site))]),
    };

    /// <summary>Adds the values of a change, as ids and as words.</summary>
    public static JsonObject Values(JsonObject json, SampleChange change)
    {
        json["from"] = change.From;
        json["fromString"] = change.FromText;
        json["to"] = change.To;
        json["toString"] = change.ToText;
        return json;
    }
}
