using System.Globalization;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>All comments of one issue, where the issue itself brings only some. The pages live as long as this does.</summary>
internal sealed class JiraComments : IDisposable
{
    private const int PageSize = 100;
    private readonly List<TrackerAnswer> _pages = [];

    /// <summary>The comments.</summary>
    public IEnumerable<JsonElement> Entries => _pages.SelectMany(p => p.List("comments").EnumerateArray()).DistinctBy(c => c.Text("id"));

    /// <inheritdoc/>
    public void Dispose() => _pages.ForEach(p => p.Dispose());

    /// <summary>Reads them all; null where the issue has gone meanwhile.</summary>
    /// <exception cref="TrackerException">They could not be read, or there are fewer than the site says.</exception>
    public static async Task<JiraComments?> Read(JiraSite site, string issueId, CancellationToken cancellation)
    {
        var comments = new JiraComments();
        try
        {
            var (start, total) = (0, 1.0);
            while (start < total)
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"/rest/api/3/issue/{Uri.EscapeDataString(issueId)}/comment?startAt={start}&maxResults={PageSize}");
                var page = await site.Http.Ask(TrackerRequest.Get(path), cancellation);
                comments._pages.Add(page);
                if (page.Status == HttpStatusCode.NotFound)
                {
                    comments.Dispose();
                    return null;
                }

                var read = page.List("comments").GetArrayLength();
                total = page.Root.Number("total") ?? 0;
                start += read;
                if (read == 0 && start < total)
                {
                    throw site.Incomplete(string.Create(CultureInfo.InvariantCulture, $"item {issueId} has {total} comments and gave {start}. Expected all of them. Run the sync again; what is stored stays as it is."));
                }
            }

            return comments;
        }
        catch
        {
            comments.Dispose();
            throw;
        }
    }
}
