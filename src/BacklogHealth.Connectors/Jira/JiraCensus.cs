using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Lists the whole scope with nothing but ids and stamps. A listing that goes in circles or stops without an end is an error, never a short list.</summary>
internal static class JiraCensus
{
    // What the site gives at most where little is asked for; it may give less, and decides itself.
    private const int PageSize = 5000;

    public static async IAsyncEnumerable<CensusPage> List(JiraSite site, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = JiraQuery.Of(site.Options);
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var firsts = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            var (page, next) = await Page(site, query, token, cancellation);
            if (next is not null && !tokens.Add(next))
            {
                throw site.Incomplete("the search gave the same page token twice. Expected a new one for every page. Run the sync again; what is stored stays as it is.");
            }

            if (page.Entries.Length == 0 && !page.IsLast)
            {
                throw site.Incomplete("the search gave an empty page and said that more follows. Expected items on every page but the last. Run the sync again; what is stored stays as it is.");
            }

            if (page.Entries.Length > 0 && !firsts.Add(page.Entries[0].Id))
            {
                throw site.Incomplete($"the search gave item {page.Entries[0].Id} at the head of two pages. Expected every item once. Run the sync again; what is stored stays as it is.");
            }

            yield return page;
            token = next;
        }
        while (token is not null);
    }

    /// <summary>Reads a page of a search and the token of the next; null where there is none.</summary>
    public static (CensusPage Page, string? Next) Read(JiraSite site, TrackerAnswer answer)
    {
        var entries = ImmutableArray.CreateBuilder<CensusEntry>();
        foreach (var issue in answer.List("issues").EnumerateArray())
        {
            var id = issue.Text("id") ?? throw site.Incomplete("the search gave an item without an id. Expected an id for every item. Update BacklogHealth.");
            entries.Add(new(id, issue.Get("fields")?.Text("updated") ?? ""));
        }

        var next = answer.Root.Text("nextPageToken") is { Length: > 0 } token ? token : null;
        var last = answer.Root.Flag("isLast");
        return (last, next) switch
        {
            (false, null) => throw site.Incomplete("the search said that more follows and gave no token for it. Expected a token on every page but the last. Run the sync again; what is stored stays as it is."),
            (true, _) => (new(entries.ToImmutable(), IsLast: true), null),
            _ => (new(entries.ToImmutable(), IsLast: next is null), next),
        };
    }

    private static async Task<(CensusPage Page, string? Next)> Page(JiraSite site, string query, string? token, CancellationToken cancellation)
    {
        var request = TrackerRequest.Post("/rest/api/3/search/jql", json =>
        {
            json.WriteString("jql", query);
            json.WriteNumber("maxResults", PageSize);
            json.WriteStartArray("fields");
            json.WriteStringValue("updated");
            json.WriteEndArray();
            if (token is not null)
            {
                json.WriteString("nextPageToken", token);
            }
        });
        using var answer = await site.Http.Ask(request, cancellation);
        return answer.Status == HttpStatusCode.BadRequest
            ? throw site.Settings($"Jira refused the query {query} (400){TrackerFaults.Quoted(answer.Problem)}. Expected a query that Jira can run. Mend the team's Query or Project.")
            : Read(site, answer);
    }
}
