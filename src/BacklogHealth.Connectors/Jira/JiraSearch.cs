using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Asks for searches and reads what listings need of them.</summary>
internal static class JiraSearch
{
    /// <summary>A page of a search by token (Cloud).</summary>
    public static TrackerRequest ByToken(string query, int size, IEnumerable<string> fields, string? token) => TrackerRequest.Post("/rest/api/3/search/jql", json =>
    {
        json.WriteString("jql", query);
        json.WriteNumber("maxResults", size);
        JiraBody.Strings(json, "fields", fields);
        if (token is not null)
        {
            json.WriteString("nextPageToken", token);
        }
    });

    /// <summary>A page of a search by position (Data Center).</summary>
    public static TrackerRequest ByPosition(string query, int start, int size, IEnumerable<string> fields) => TrackerRequest.Post("/rest/api/2/search", json =>
    {
        json.WriteString("jql", query);
        json.WriteNumber("startAt", start);
        json.WriteNumber("maxResults", size);
        JiraBody.Strings(json, "fields", fields);
    });

    /// <summary>Sends a search.</summary>
    /// <exception cref="TrackerException">The query is refused, or the site could not be read.</exception>
    public static async Task<TrackerAnswer> Ask(JiraSite site, string query, TrackerRequest request, CancellationToken cancellation)
    {
        var answer = await site.Http.Ask(request, cancellation);
        if (answer.Status != HttpStatusCode.BadRequest)
        {
            return answer;
        }

        answer.Dispose();
        throw RefusedQuery(site, query, answer);
    }

    /// <summary>A query that Jira cannot run: its project is gone, a field was renamed, or it is no JQL.</summary>
    public static TrackerException RefusedQuery(JiraSite site, string query, TrackerAnswer answer) => new(
        TrackerFault.Settings,
        $"{site.Site.Where}: Jira refused the query {query} (400){TrackerFaults.Quoted(answer.Problem)}. Expected a query that Jira can run. Mend {site.TeamSetting("Query", "Project")}.")
    {
        RefusedQuery = JiraPages.Refusal(answer),
    };

    /// <summary>The fields that a listing asks for.</summary>
    public static IEnumerable<string> Stamped(JiraFields fields) => fields.Rank is { } rank ? ["updated", rank.Id] : ["updated"];

    /// <summary>
    /// What changes whenever an item or its place changes: a new rank alone leaves Jira's own date of change as it was. Null without that date, so
    /// that the item is fetched.
    /// </summary>
    public static string? Stamp(JsonElement fields, JiraField? rank) =>
        fields.Text("updated") is not { } updated ? null : rank is null ? updated : $"{updated}|{fields.Text(rank.Id)}";

    /// <summary>The items of a page.</summary>
    /// <exception cref="TrackerException">One has no id.</exception>
    public static ImmutableArray<CensusEntry> Entries(JiraSite site, TrackerAnswer answer, JiraFields fields)
    {
        var issues = answer.List("issues");
        var entries = ImmutableArray.CreateBuilder<CensusEntry>(issues.GetArrayLength());
        foreach (var issue in issues.EnumerateArray())
        {
            var id = issue.Text("id") ?? throw site.Incomplete("the search gave an item without an id. Expected an id for every item. Update BacklogHealth.");
            entries.Add(new(id, Stamp(issue.Get("fields") ?? default, fields.Rank)));
        }

        return entries.MoveToImmutable();
    }
}
