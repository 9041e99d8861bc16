using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>The histories of several issues, over as many pages as it takes. The pages live as long as this does.</summary>
internal sealed class JiraHistories : IDisposable
{
    private const int PageSize = 1000;
    private readonly List<TrackerAnswer> _pages = [];
    private readonly Dictionary<string, List<JsonElement>> _byIssue = new(StringComparer.Ordinal);

    /// <summary>The histories of an issue; none where it has never changed.</summary>
    public IEnumerable<JsonElement> Of(string issueId) => _byIssue.GetValueOrDefault(issueId, []);

    /// <summary>Reads them all.</summary>
    /// <exception cref="TrackerException">They could not be read, or the pages go in circles.</exception>
    public static async Task<JiraHistories> Read(JiraSite site, ImmutableArray<string> ids, CancellationToken cancellation)
    {
        var histories = new JiraHistories();
        try
        {
            await histories.ReadPages(site, ids, cancellation);
            return histories;
        }
        catch
        {
            histories.Dispose();
            throw;
        }
    }

    /// <summary>Takes a page in; the token of the next, null where there is none.</summary>
    public string? Add(TrackerAnswer page)
    {
        _pages.Add(page);
        foreach (var issue in page.List("issueChangeLogs").EnumerateArray())
        {
            if (issue.Text("issueId") is not { } id)
            {
                continue;
            }

            if (!_byIssue.TryGetValue(id, out var histories))
            {
                _byIssue.Add(id, histories = []);
            }

            histories.AddRange(issue.Entries("changeHistories"));
        }

        return page.Root.Text("nextPageToken") is { Length: > 0 } token ? token : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _pages.ForEach(p => p.Dispose());

    private async Task ReadPages(JiraSite site, ImmutableArray<string> ids, CancellationToken cancellation)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            if (ids.IsEmpty)
            {
                return;
            }

            token = Add(await site.Http.Ask(Request(ids, token), cancellation));
            if (token is not null && !tokens.Add(token))
            {
                throw site.Incomplete("the histories gave the same page token twice. Expected a new one for every page. Run the sync again; what is stored stays as it is.");
            }
        }
        while (token is not null);
    }

    private static TrackerRequest Request(ImmutableArray<string> ids, string? token) => TrackerRequest.Post("/rest/api/3/changelog/bulkfetch", json =>
    {
        JiraBody.Strings(json, "issueIdsOrKeys", ids);
        json.WriteNumber("maxResults", PageSize);
        if (token is not null)
        {
            json.WriteString("nextPageToken", token);
        }
    });
}
