using System.Globalization;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// A record of changes that the organisation or collection keeps, read from a token to its end. It is read for the whole organisation: the record of
/// one project loses items that move to another. A record that goes in circles or stops without an end is an error, never a short one.
/// </summary>
internal sealed class AzureFeed
{
    /// <summary>
    /// Most batches in a row that name nothing. Some are to be expected, where nothing of them may be seen; a record whose tokens are ever new and lead
    /// nowhere never ends.
    /// </summary>
    public const int MostEmpty = 1000;

    private readonly string _name;
    private readonly string _query;

    private AzureFeed(string name, string query) => (_name, _query) = (name, query);

    /// <summary>New revisions of items, the last one of each; deleted items have one too.</summary>
    public static AzureFeed Revisions { get; } = new("/_apis/wit/reporting/workitemrevisions", "fields=System.Rev&includeDeleted=true&includeLatestOnly=true&$maxPageSize=1000&");

    /// <summary>Links that came or went: they make no new revision of an item.</summary>
    public static AzureFeed Links { get; } = new("/_apis/wit/reporting/workitemlinks", "");

    /// <summary>Reads on from a token.</summary>
    /// <param name="site">The organisation or collection.</param>
    /// <param name="token">The token that was reached before.</param>
    /// <param name="take">Takes each entry.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The token that is reached now; null where the token is not accepted.</returns>
    /// <exception cref="TrackerException">The record contradicts itself.</exception>
    public Task<string?> From(AzureSite site, string token, Action<JsonElement> take, CancellationToken cancellation) =>
        Read(site, $"continuationToken={Uri.EscapeDataString(token)}", token, take, cancellation);

    /// <summary>Reads on from an instant.</summary>
    /// <param name="site">The organisation or collection.</param>
    /// <param name="since">The instant, by the clock of the service.</param>
    /// <param name="take">Takes each entry.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The token that is reached; "" where the record gives none.</returns>
    /// <exception cref="TrackerException">The record contradicts itself.</exception>
    public async Task<string> Since(AzureSite site, DateTimeOffset since, Action<JsonElement> take, CancellationToken cancellation) =>
        await Read(site, $"startDateTime={since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}", null, take, cancellation) ?? "";

    /// <summary>Reads a batch.</summary>
    /// <returns>Its entries, the token that follows them, and whether it is the last one.</returns>
    public static (JsonElement Entries, string? Token, bool Last) Batch(AzureSite site, TrackerAnswer answer)
    {
        var link = answer.Root.Text("nextLink");
        var token = answer.Root.Text("continuationToken");
        var linked = link is null ? null : TokenOf(site.Site.PathOf(link));
        return (answer.List("values"), string.IsNullOrEmpty(token) ? linked : token, answer.Root.Flag("isLastBatch") == true);
    }

    private async Task<string?> Read(AzureSite site, string start, string? token, Action<JsonElement> take, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var empty = 0;
        if (token is not null)
        {
            seen.Add(token);
        }

        while (true)
        {
            using var answer = await site.Get($"{_name}?{_query}{start}", cancellation);
            if (answer.Status == HttpStatusCode.BadRequest && token is not null && seen.Count == 1)
            {
                return null;
            }

            var (entries, next, last) = Batch(site, answer);
            foreach (var entry in entries.EnumerateArray())
            {
                take(entry);
            }

            if (last)
            {
                return next ?? token;
            }

            if (next is null)
            {
                throw site.Incomplete($"GET {_name} said that more follows and gave no token for it. Expected a token on every batch but the last.");
            }

            if (!seen.Add(next))
            {
                throw site.Incomplete($"GET {_name} gave the same continuation token twice. Expected a new one for every batch.");
            }

            empty = entries.GetArrayLength() == 0 ? empty + 1 : 0;
            if (empty == MostEmpty)
            {
                throw site.Incomplete(FormattableString.Invariant($"GET {_name} gave {MostEmpty} batches in a row that name nothing, and said that more follows. Expected an end."));
            }

            token = next;
            start = $"continuationToken={Uri.EscapeDataString(next)}";
        }
    }

    // The link itself is never followed; the token within is all that is needed.
    private static string? TokenOf(string path)
    {
        const string Parameter = "continuationToken=";
        return path.Split('?', '&').Where(p => p.StartsWith(Parameter, StringComparison.OrdinalIgnoreCase)).Select(p => Uri.UnescapeDataString(p[Parameter.Length..])).FirstOrDefault(t => t.Length > 0);
    }
}
