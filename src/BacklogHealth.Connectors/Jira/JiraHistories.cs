using System.Collections.Immutable;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads the histories of several issues of a Cloud, over as many pages as it takes.</summary>
internal static class JiraHistories
{
    private const int PageSize = 5000;
    private const int SmallestPage = 10;

    /// <summary>Reads them all into a batch.</summary>
    /// <returns>Why not even a small page could be read; null where all were.</returns>
    /// <exception cref="TrackerException">They could not be read, or the pages go in circles.</exception>
    public static async Task<string?> Read(JiraSite site, JiraBatch batch, ImmutableArray<string> ids, CancellationToken cancellation)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var (token, empty, size) = ((string?)null, 0, PageSize);
        while (!ids.IsEmpty)
        {
            var page = batch.Hold(await site.Http.Ask(Request(ids, token, size), cancellation));
            if (page.Oversized is { } oversized)
            {
                // Histories of long texts can fill any page: a smaller one is asked for in its place.
                if ((size /= 8) < SmallestPage)
                {
                    return oversized;
                }

                continue;
            }

            token = page.Root.Text("nextPageToken") is { Length: > 0 } next ? next : null;
            if (token is not null && !tokens.Add(token))
            {
                throw site.Unproven("the histories gave the same page token twice", "a new one for every page");
            }

            empty = Take(batch, page) ? 0 : empty + 1;
            if (token is not null && empty > 1)
            {
                throw site.Unproven("the histories gave two empty pages and said that more follows", "changes on every page but the last");
            }

            if (token is null)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Asks for a page.</summary>
    public static TrackerRequest Request(ImmutableArray<string> ids, string? token, int size = PageSize) => TrackerRequest.Post("/rest/api/3/changelog/bulkfetch", json =>
    {
        JiraBody.Strings(json, "issueIdsOrKeys", ids);
        json.WriteNumber("maxResults", size);
        if (token is not null)
        {
            json.WriteString("nextPageToken", token);
        }
    });

    private static bool Take(JiraBatch batch, TrackerAnswer page)
    {
        var any = false;
        foreach (var issue in page.List("issueChangeLogs").EnumerateArray())
        {
            if (issue.Text("issueId") is { } id)
            {
                batch.Add(id, issue.Entries("changeHistories").Select(JiraHistoryEntry.Of));
                any = true;
            }
        }

        return any;
    }
}
