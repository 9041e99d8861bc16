using System.Net;
using System.Runtime.CompilerServices;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Lists the whole scope of a Cloud with nothing but ids and stamps. A listing that goes in circles or stops without an end is an error, never a
/// short list.
/// </summary>
internal static class JiraCensus
{
    // What the site gives at most where little is asked for; it may give less, and decides itself.
    private const int PageSize = 5000;

    public static async IAsyncEnumerable<CensusPage> List(JiraSite site, JiraScope scope, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var firsts = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            var request = JiraSearch.ByToken(scope.Query, PageSize, JiraSearch.Stamped(scope.Fields), token);
            // What was a good query for the first page is one for the others, too: it is the token that is no good any more.
            using var answer = token is null ? await JiraSearch.Ask(site, scope.Query, request, cancellation) : await site.Http.Ask(request, cancellation);
            if (answer.Status == HttpStatusCode.BadRequest)
            {
                throw site.Unproven("the search does not know its own page token any more", "a token that holds until the next page is read");
            }

            var (page, next) = Read(site, answer, scope.Fields);
            if (next is not null && !tokens.Add(next))
            {
                throw site.Unproven("the search gave the same page token twice", "a new one for every page");
            }

            if (page.Entries.Length == 0 && !page.IsLast)
            {
                throw site.Unproven("the search gave an empty page and said that more follows", "items on every page but the last");
            }

            if (page.Entries.Length > 0 && !firsts.Add(page.Entries[0].Id))
            {
                throw site.Unproven($"the search gave item {page.Entries[0].Id} at the head of two pages", "every item once");
            }

            yield return page;
            token = next;
        }
        while (token is not null);
    }

    private static (CensusPage Page, string? Next) Read(JiraSite site, TrackerAnswer answer, JiraFields fields)
    {
        var entries = JiraSearch.Entries(site, answer, fields);
        var next = answer.Root.Text("nextPageToken") is { Length: > 0 } token ? token : null;
        return (answer.Root.Flag("isLast"), next) switch
        {
            (false, null) => throw site.Unproven("the search said that more follows and gave no token for it", "a token on every page but the last"),
            (true, _) => (new(entries, IsLast: true), null),
            _ => (new(entries, IsLast: next is null), next),
        };
    }
}
